// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The main() of every test program: runs its suite and reports it as TAP. */

#include "suite.h"

#include <stdlib.h>

int
main(void)
{
  SRunner *const runner = srunner_create(test_suite());
  srunner_set_tap(runner, "-");
  srunner_run_all(runner, CK_SILENT);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
