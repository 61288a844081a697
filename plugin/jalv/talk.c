// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "talk.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "render/say.h"

/* jalv answers at once; the machine may be busy. */
#define PATIENCE_MS 5000

/** One line of an answer; false when it does not come. */
static bool
hear(char *line, size_t size)
{
  size_t length = 0;
  char letter = 0;
  while (letter != '\n') {
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    if (poll(&input, 1, PATIENCE_MS) != 1 ||
        read(STDIN_FILENO, &letter, 1) != 1) {
      return false;
    }
    if (length + 1 < size) {
      line[length++] = letter;
    }
  }
  line[length] = '\0';
  return true;
}

bool
yeoun_talk_set(const char *symbol, float value)
{
  char line[256];
  char answer[64];
  snprintf(answer, sizeof(answer), "%s = ", symbol);
  if (printf("set %s %.9g\n", symbol, (double)value) < 0 || fflush(stdout)) {
    yeoun_say("jalv does not listen");
    return false;
  }
  while (hear(line, sizeof(line))) {
    if (strstr(line, answer)) {
      return true;
    }
  }
  yeoun_say("jalv does not say that %s is set", symbol);
  return false;
}
