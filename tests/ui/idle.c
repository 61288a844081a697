// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What an open window does while nobody touches it, for tests/ui/cost to count:
   idle standing|playing CALLS. Standing, nothing changes; playing, the playhead
   and the meters move. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "desk.h"

/** Calls until meters have come to rest after the music did. */
#define REST 60

int
main(int argc, char **argv)
{
  if (argc != 3) {
    fprintf(stderr, "usage: idle standing|playing CALLS\n");
    return 2;
  }
  struct desk *const desk = desk_new();
  const unsigned long calls = strtoul(argv[2], NULL, 10);
  if (strcmp(argv[1], "standing") == 0) {
    static const struct host_time still = {0.0, 0.0, 4.0, 4.0, 120.0, 0.0, 0.0};
    *host_control(desk->host, "audition") = 0.0f;
    host_position(desk->host, 0, &still);
  }
  desk_open(desk);
  desk_settle(desk);
  desk_pump(desk, REST);
  desk_pump_counted(desk, (unsigned)calls);
  desk_free(desk);
  return 0;
}
