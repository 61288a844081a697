// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "spots.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "render/ask/timecode.h"
#include "render/say.h"

/* CMX3600: an event is a number, a reel, tracks, a transition, and four time
   codes, of which the last two are in the picture; comments after it name its
   clip (* FROM CLIP NAME:) or a place (* LOC: ), as Avid writes; Resolve writes
   markers as events of one frame with |M:name |D:frames after them. */

struct edl {
  struct yeoun_spots *spots;
  unsigned line;
  unsigned events;
  long event; /* the last in the spots, or -1 */
};

static bool
read_code(const struct edl *edl, const char *text, double *at_s)
{
  int64_t frame = 0;
  char code[YEOUN_TIMECODE];
  snprintf(code, sizeof(code), "%.11s", text);
  const unsigned fps = edl->spots->fps;
  /* Some write : before dropping frames, too. */
  if (code[8] == ';' && !yeoun_fps(fps)->is_drop) {
    code[8] = ':';
  }
  if (!yeoun_timecode_read(code, fps, &frame)) {
    yeoun_say("%s:%u: %s is no time code of %s frames a second",
              edl->spots->path,
              edl->line,
              code,
              yeoun_fps(fps)->name);
    return false;
  }
  *at_s = yeoun_fps_seconds(fps, frame);
  return true;
}

/** The last two of the four time codes that end an event; NULL: it is none. */
static char *
find_codes(char *line)
{
  unsigned words = 0;
  char *begin[16];
  for (char *c = line + strspn(line, " \t"); *c && words < 16;) {
    begin[words++] = c;
    c += strcspn(c, " \t");
    c += strspn(c, " \t");
  }
  const bool is_event = words >= 7 && line[0] >= '0' && line[0] <= '9' &&
                        strlen(begin[words - 1]) >= 11 &&
                        begin[words - 4][2] == ':';
  return is_event ? begin[words - 2] : NULL;
}

static bool
read_event(struct edl *edl, char *codes)
{
  double from_s = 0;
  double to_s = 0;
  const char *const second = codes + strcspn(codes, " \t");
  if (!read_code(edl, codes, &from_s) ||
      !read_code(edl, second + strspn(second, " \t"), &to_s)) {
    return false;
  }
  ++edl->events;
  edl->event = (long)edl->spots->count;
  return yeoun_spots_add(edl->spots, from_s, to_s, edl->line, "");
}

/** Give the last event a name. */
static bool
name_event(const struct edl *edl, const char *name)
{
  if (edl->event < 0) {
    return true;
  }
  struct yeoun_spots *const spots = edl->spots;
  const struct yeoun_spot spot = spots->spot[edl->event];
  const unsigned count = spots->count;
  spots->count = (unsigned)edl->event;
  const bool is_good =
    yeoun_spots_add(spots, spot.from_s, spot.to_s, spot.line, name);
  spots->count = count;
  return is_good;
}

/** "* LOC: 01:00:10:00 RED     the door". */
static bool
read_place(const struct edl *edl, char *text)
{
  double at_s = 0;
  text += strspn(text, " \t");
  if (!read_code(edl, text, &at_s)) {
    return false;
  }
  text += strcspn(text, " \t");
  text += strspn(text, " \t");
  text += strcspn(text, " \t");
  text += strspn(text, " \t");
  return yeoun_spots_add(edl->spots, at_s, at_s, edl->line, text);
}

/** " |C:ResolveColorBlue |M:the door |D:48". */
static bool
read_marker(const struct edl *edl, char *line)
{
  char *const name = strstr(line, "|M:");
  char *const length = strstr(line, "|D:");
  unsigned frames = 0;
  if (edl->event < 0 || !name) {
    return true;
  }
  struct yeoun_spot *const spot = &edl->spots->spot[edl->event];
  if (length && sscanf(length + 3, "%u", &frames) == 1) {
    spot->to_s = spot->from_s +
                 (frames > 1 ? yeoun_fps_seconds(edl->spots->fps, frames) : 0);
    *length = '\0';
  }
  return name_event(edl, name + 3);
}

static bool
read_line(struct edl *edl, char *line)
{
  static const char clip[] = "* FROM CLIP NAME:";
  static const char place[] = "* LOC:";
  char *const codes = find_codes(line);
  if (codes) {
    return read_event(edl, codes);
  }
  if (!strncasecmp(line, clip, strlen(clip))) {
    line += strlen(clip);
    return name_event(edl, line + strspn(line, " \t"));
  }
  if (!strncasecmp(line, place, strlen(place))) {
    return read_place(edl, line + strlen(place));
  }
  return !strchr(line, '|') || read_marker(edl, line);
}

bool
yeoun_spots_read_edl(struct yeoun_spots *spots, char *text)
{
  struct edl edl = {.spots = spots, .event = -1};
  if (!spots->fps && strstr(text, "FCM: DROP")) {
    spots->fps = yeoun_fps_find("29.97df");
  }
  yeoun_spots_guess(spots, text);
  for (char *line = text; *line;) {
    const size_t length = strcspn(line, "\r\n");
    const bool is_last = !line[length];
    const bool is_pair = line[length] == '\r' && line[length + 1] == '\n';
    line[length] = '\0';
    ++edl.line;
    if (!read_line(&edl, line)) {
      return false;
    }
    line += length + (is_last ? 0 : 1) + (is_pair ? 1 : 0);
  }
  if (!edl.events) {
    yeoun_say("%s: there is no event of an EDL in it", spots->path);
  }
  return edl.events;
}
