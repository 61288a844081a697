// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "path.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/** The value of a hexadecimal digit, or a negative number. */
static int
digit(char c)
{
  static const char digits[] = "0123456789abcdef";
  const char *const at =
    c ? strchr(digits, c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c) : NULL;
  return at ? (int)(at - digits) : -1;
}

/** Copy the path of a URI, a%20b as "a b". */
static bool
decode(const char *uri, char *path, size_t size)
{
  size_t length = 0;
  while (*uri && length + 1 < size) {
    const int high = *uri == '%' ? digit(uri[1]) : -1;
    const int low = high >= 0 ? digit(uri[2]) : -1;
    const bool is_coded = low >= 0 && (high || low);
    path[length++] = is_coded ? (char)(16 * high + low) : *uri;
    uri += is_coded ? 3 : 1;
  }
  path[length] = '\0';
  return !*uri;
}

bool
yeoun_path_read(const char *text, char *path, size_t size)
{
  const char *const home = getenv("HOME");
  if (!strncmp(text, "file://", 7)) {
    const char *const slash = strchr(text + 7, '/'); /* after a host's name */
    return slash && decode(slash, path, size);
  }
  const bool is_home = text[0] == '~' && (!text[1] || text[1] == '/') && home;
  const int length = snprintf(
    path, size, "%s%s", is_home ? home : "", is_home ? text + 1 : text);
  return length > 0 && (size_t)length < size && path[0] == '/';
}

bool
yeoun_path_next(const char **list, char *uri, size_t size)
{
  while (**list) {
    const size_t length = strcspn(*list, "\r\n");
    const char *const line = *list;
    *list += length;
    *list += strspn(*list, "\r\n");
    if (length && *line != '#' && length < size) {
      memcpy(uri, line, length);
      uri[length] = '\0';
      return true;
    }
  }
  return false;
}

bool
yeoun_path_ends(const char *path, const char *end)
{
  const size_t length = strlen(path);
  const size_t bytes = strlen(end);
  return length > bytes && !strcasecmp(path + length - bytes, end);
}
