// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What run() does with the window open or closed, for tests/ui/cost to count:
   cost PLUGIN BLOCKS open|closed. An open window asks for levels some 15 times
   a second while the music moves. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../host/host.h"

#define BLOCK 256
/** 15 times a second. */
#define ASK_EVERY (48000 / 15 / BLOCK)

int
main(int argc, char **argv)
{
  if (argc != 4) {
    fprintf(stderr, "usage: cost PLUGIN BLOCKS open|closed\n");
    return 2;
  }
  struct host_world world = host_world_new();
  struct host *const host =
    host_new(&world, argv[1], 48000, HOST_WORKER_AT_ONCE);
  *host_control(host, "audition") = 1.0f;
  *host_control(host, "variation") = 3.0f;
  *host_control(host, "romantic") = 1.0f;
  for (unsigned i = 0; i < 200; ++i) {
    host_run(host, BLOCK); /* composes */
  }
  const unsigned long blocks = strtoul(argv[2], NULL, 10);
  const bool is_open = strcmp(argv[3], "open") == 0;
  for (unsigned long i = 0; i < blocks; ++i) {
    if (is_open && i % ASK_EVERY == 0) {
      host_ask(host, 0, "urn:yeoun:vocabulary#levels");
    }
    host_run(host, BLOCK);
  }
  host_free(host);
  host_world_free(&world);
  return 0;
}
