// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "folder.h"

#include <stdio.h>
#include <stdlib.h>

#include <check.h>

static char folder[64];

const char *
make_folder(void)
{
  snprintf(folder, sizeof(folder), "/tmp/yeoun-test-XXXXXX");
  ck_assert_ptr_nonnull(mkdtemp(folder));
  return folder;
}

const char *
folder_path(void)
{
  return folder;
}

void
remove_folder(void)
{
  char command[192];
  snprintf(
    command, sizeof(command), "test -d '%s' && rm -rf '%s'", folder, folder);
  ck_assert_int_eq(system(command), 0);
}
