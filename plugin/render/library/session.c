// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "session.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "render/ask/format.h"
#include "render/file.h"
#include "render/say.h"
#include "render/score/xml.h"
#include "render/sound/mix.h"

/* As Ardour 7.3 writes it; what is not told has its default there. Places are
   in these parts of a second, and in these parts of a quarter note. */
#define PARTS_S 282240000.0
#define PARTS_QUARTER 1920

/* Identities: each track has a hundred of them. */
enum { SOURCES = 100, PLACES = 10000, MASTER = 1000, TRACKS = 1100 };

struct session {
  FILE *file;
  const struct yeoun_render_plan *plan;
  const struct yeoun_marks *marks;
  const struct yeoun_take *take;
  const char *folder; /**< from the root */
};

static unsigned
track_of(unsigned stem)
{
  return TRACKS + 100 * stem;
}

static int64_t
parts_of(double seconds)
{
  return llround(seconds * PARTS_S);
}

static int64_t
length_of(const struct session *s)
{
  return parts_of((double)s->take->frames / s->take->rate);
}

/** Each channel of each stem is a source. */
static void
write_sources(const struct session *s)
{
  const char *const end =
    yeoun_format_end(yeoun_formats_first(s->plan->cue->formats));
  fputs("<Sources>\n", s->file);
  for (unsigned i = 0; i < 2 * YEOUN_STEM_PAIRS; ++i) {
    fprintf(s->file, "<Source type=\"audio\" flags=\"\" name=\"");
    yeoun_xml_text(s->file, s->folder);
    putc('/', s->file);
    yeoun_xml_text(s->file, s->plan->cue->name);
    fprintf(s->file,
            ".%s.%s\" id=\"%u\" channel=\"%u\" origin=\"\" gain=\"1\"/>\n",
            yeoun_stem_name(i / 2),
            end,
            SOURCES + i,
            i % 2);
  }
  fputs("</Sources>\n<Regions/>\n", s->file);
}

static void
write_place(const struct session *s,
            unsigned id,
            const char *name,
            int64_t from,
            int64_t to,
            const char *flags)
{
  fprintf(s->file, "<Location id=\"%u\" name=\"", id);
  yeoun_xml_text(s->file, name);
  fprintf(s->file,
          "\" start=\"a%" PRId64 "\" end=\"a%" PRId64 "\" flags=\"%s\" "
          "locked=\"0\" timestamp=\"1\" cue=\"0\"/>\n",
          from,
          to,
          flags);
}

static void
write_places(const struct session *s)
{
  fputs("<Locations>\n", s->file);
  write_place(s, PLACES, "session", 0, length_of(s), "IsSessionRange");
  for (unsigned i = 0; i < s->marks->count; ++i) {
    const struct yeoun_place_mark *const mark = &s->marks->mark[i];
    const int64_t at = parts_of(mark->at_s);
    if (!mark->is_bar) {
      write_place(s, PLACES + 1 + i, mark->name, at, at, "IsMark");
    }
  }
  fputs("</Locations>\n<Bundles/>\n<VCAManager/>\n", s->file);
}

/** The two ports of one side of a route, for those that lead there. */
static void
write_port(const struct session *s, const char *name, const char *side, int i)
{
  fprintf(
    s->file, "<Port type=\"audio\" name=\"%s/audio_%s %d\">\n", name, side, i);
}

static void
write_connection(const struct session *s, const char *other, int i)
{
  fprintf(s->file, "<Connection other=\"%s%d\"/>\n", other, i);
}

static void
write_side(const struct session *s, unsigned id, const char *name, bool is_out)
{
  const bool is_master = id == MASTER;
  fprintf(s->file,
          "<IO name=\"%s\" id=\"%u\" direction=\"%s\" "
          "default-type=\"audio\">\n",
          name,
          id + 1 + is_out,
          is_out ? "Output" : "Input");
  for (int i = 1; i <= 2; ++i) {
    write_port(s, name, is_out ? "out" : "in", i);
    for (unsigned k = 0; k < YEOUN_STEM_PAIRS && is_master && !is_out; ++k) {
      char other[64];
      snprintf(other, sizeof(other), "%s/audio_out ", yeoun_stem_name(k));
      write_connection(s, other, i);
    }
    if (is_out) {
      write_connection(
        s, is_master ? "system:playback_" : "Master/audio_in ", i);
    }
    fputs("</Port>\n", s->file);
  }
  fputs("</IO>\n", s->file);
}

static void
write_processors(const struct session *s, unsigned id, const char *name)
{
  if (id != MASTER) {
    fprintf(s->file,
            "<Processor id=\"%u\" name=\"recorder:%s\" active=\"1\" "
            "type=\"diskwriter\" record-safe=\"0\"/>\n"
            "<Processor id=\"%u\" name=\"player:%s\" active=\"1\" "
            "type=\"diskreader\"/>\n",
            id + 3,
            name,
            id + 4,
            name);
  }
  fprintf(s->file,
          "<Processor id=\"%u\" name=\"Amp\" active=\"1\" type=\"trim\"/>\n"
          "<Processor id=\"%u\" name=\"Amp\" active=\"1\" type=\"amp\"/>\n"
          "<Processor id=\"%u\" name=\"meter-%s\" active=\"1\" "
          "type=\"meter\"/>\n"
          "<Processor id=\"%u\" name=\"%s\" active=\"1\" own-input=\"1\" "
          "own-output=\"0\" output=\"%s\" type=\"main-outs\" role=\"Main\">\n"
          "<PannerShell bypassed=\"0\" user-panner=\"\" "
          "linked-to-route=\"1\"/>\n</Processor>\n",
          id + 5,
          id + 6,
          id + 7,
          name,
          id + 8,
          name,
          name);
}

static void
write_route(const struct session *s,
            unsigned id,
            const char *name,
            unsigned order)
{
  const bool is_master = id == MASTER;
  fprintf(s->file,
          "<Route version=\"7002\" id=\"%u\" name=\"%s\" "
          "default-type=\"audio\" active=\"1\" ",
          id,
          name);
  if (is_master) {
    fputs("strict-io=\"1\">\n", s->file);
  } else {
    fprintf(s->file, "audio-playlist=\"%u\" mode=\"Normal\">\n", id + 50);
  }
  fprintf(s->file,
          "<PresentationInfo order=\"%u\" flags=\"%s,OrderSet\" "
          "color=\"0\"/>\n",
          order,
          is_master ? "MasterOut" : "AudioTrack");
  write_side(s, id, name, false);
  write_side(s, id, name, true);
  write_processors(s, id, name);
  fputs("</Route>\n", s->file);
}

static void
write_routes(const struct session *s)
{
  fputs("<Routes>\n", s->file);
  write_route(s, MASTER, "Master", 0);
  for (unsigned i = 0; i < YEOUN_STEM_PAIRS; ++i) {
    write_route(s, track_of(i), yeoun_stem_name(i), i + 1);
  }
  fputs("</Routes>\n", s->file);
}

static void
write_playlists(const struct session *s)
{
  fputs("<Playlists>\n", s->file);
  for (unsigned i = 0; i < YEOUN_STEM_PAIRS; ++i) {
    const char *const name = yeoun_stem_name(i);
    const unsigned source = SOURCES + 2 * i;
    const unsigned id = track_of(i);
    fprintf(s->file,
            "<Playlist id=\"%u\" name=\"%s\" type=\"audio\" "
            "orig-track-id=\"%u\" frozen=\"0\" combine-ops=\"0\">\n"
            "<Region name=\"%s\" start=\"a0\" length=\"a%" PRId64 "@a0\" "
            "position=\"a0\" id=\"%u\" type=\"audio\" muted=\"0\" "
            "opaque=\"1\" whole-file=\"0\" channels=\"2\" "
            "scale-amplitude=\"1\" fade-in-active=\"0\" "
            "fade-out-active=\"0\" envelope-active=\"0\" source-0=\"%u\" "
            "source-1=\"%u\" master-source-0=\"%u\" "
            "master-source-1=\"%u\"/>\n</Playlist>\n",
            id + 50,
            name,
            id,
            name,
            length_of(s),
            id + 60,
            source,
            source + 1,
            source,
            source + 1);
  }
  fputs("</Playlists>\n<UnusedPlaylists/>\n<RouteGroups/>\n", s->file);
}

/** Bar, beat of the metre and parts of it, all of it at a tick. */
static void
write_bar(const struct session *s, int32_t tick)
{
  const struct yeoun_meter meter = s->plan->meter;
  const int32_t bar = yeoun_bar_ticks(meter);
  const int32_t beat = bar / meter.beats;
  const int32_t rest = tick % bar;
  fprintf(s->file,
          "bbt=\"%d|%d|%d\"",
          tick / bar + 1,
          rest / beat + 1,
          (int)((int64_t)(rest % beat) * PARTS_QUARTER / beat));
}

static void
write_tempos(const struct session *s)
{
  const struct yeoun_tempo *const tempo = &s->plan->tempo;
  fputs("<TempoMap superclocks-per-second=\"282240000\">\n<Tempos>\n", s->file);
  for (unsigned i = 0; i < tempo->count; ++i) {
    const struct yeoun_bend_at *const bend = &tempo->at[i];
    fprintf(
      s->file,
      "<Tempo npm=\"%.9g\" enpm=\"%.9g\" note-type=\"4\" "
      "type=\"Tempo::Constant\" active=\"1\" locked-to-meter=\"0\" "
      "continuing=\"0\" sclock=\"%" PRId64 "\" quarters=\"%d:%d\" ",
      yeoun_tempo_bpm(tempo, i),
      yeoun_tempo_bpm(tempo, i),
      parts_of(bend->start_s),
      bend->tick / YEOUN_BEAT,
      (int)((int64_t)(bend->tick % YEOUN_BEAT) * PARTS_QUARTER / YEOUN_BEAT));
    write_bar(s, bend->tick);
    fputs(" omega=\"0\"/>\n", s->file);
  }
  fprintf(s->file,
          "</Tempos>\n<Meters>\n<Meter note-value=\"%u\" "
          "divisions-per-bar=\"%u\" sclock=\"0\" quarters=\"0:0\" "
          "bbt=\"1|1|0\"/>\n</Meters>\n<MusicTimes/>\n</TempoMap>\n",
          s->plan->meter.unit,
          s->plan->meter.beats);
}

static void
write_session(const struct session *s)
{
  fprintf(s->file,
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<Session version=\"7002\" sample-rate=\"%u\" "
          "session-range-is-free=\"1\" id-counter=\"20000\" name=\"",
          s->plan->cue->rate);
  yeoun_xml_text(s->file, s->plan->cue->name);
  fputs("\">\n<ProgramVersion created-with=\"Yeoun\" modified-with=\"Ardour "
        "7.3.0\"/>\n<Config>\n<Option name=\"native-file-data-format\" "
        "value=\"FormatFloat\"/>\n</Config>\n<Metadata/>\n",
        s->file);
  write_sources(s);
  write_places(s);
  write_routes(s);
  write_playlists(s);
  write_tempos(s);
  fputs("</Session>\n", s->file);
}

/** A folder from the root. */
static bool
find_folder(const char *out, char folder[YEOUN_PATH])
{
  char here[YEOUN_PATH] = "";
  const bool is_whole = *out == '/';
  if (!is_whole && !getcwd(here, sizeof(here))) {
    return false;
  }
  return snprintf(folder, YEOUN_PATH, is_whole ? "%s%s" : "%s/%s", here, out) <
         YEOUN_PATH;
}

bool
yeoun_session_write(const struct yeoun_render_plan *plan,
                    const struct yeoun_marks *marks,
                    const struct yeoun_take *take)
{
  char path[YEOUN_PATH];
  char folder[YEOUN_PATH];
  char *text = NULL;
  size_t size = 0;
  struct stat facts;
  yeoun_render_plan_path(plan, YEOUN_SESSION_END, path);
  if (!lstat(path, &facts)) {
    yeoun_say("%s is kept as it is: work may have been done in it", path);
    return true;
  }
  FILE *const file =
    find_folder(plan->out, folder) ? open_memstream(&text, &size) : NULL;
  if (!file) {
    yeoun_say("%s cannot be written", path);
    return false;
  }
  write_session(&(struct session){file, plan, marks, take, folder});
  const bool is_done = !fclose(file) && yeoun_file_write(path, text, size);
  free(text);
  return is_done;
}
