// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Times as editors write them, and cue sheets from what they mark. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <check.h>
#include <sndfile.h>

#include "../unit/suite.h"
#include "files.h"
#include "render/ask/timecode.h"

#define HEAD                                                                   \
  "cat >sheet.ttl <<'END'\n"                                                   \
  "@prefix y: <urn:yeoun:vocabulary#> .\n"                                     \
  "<> a y:CueSheet ; y:theme \"Am F C\" ; y:make \"mix midi\" .\n"

static const char *folder;

static void
set_up(void)
{
  folder = make_folder();
}

static int
make(const char *cues)
{
  return run_command(
    HEAD "%s\nEND\n'%s' sheet.ttl", cues, getenv("YEOUN_RENDER"));
}

START_TEST(every_frame_of_a_day_has_one_time_code)
{
  for (unsigned fps = 1; yeoun_fps(fps); ++fps) {
    const struct yeoun_fps *const rate = yeoun_fps(fps);
    const int64_t day = 24LL * 3600 * rate->whole - (rate->is_drop ? 2592 : 0);
    for (int64_t frame = 0; frame < day; frame += frame < 40000 ? 1 : 37) {
      char code[YEOUN_TIMECODE];
      int64_t read = -1;
      yeoun_timecode_write(yeoun_fps_seconds(fps, frame), fps, code);
      ck_assert_msg(yeoun_timecode_read(code, fps, &read) && read == frame,
                    "%s: frame %lld is %s is %lld",
                    rate->name,
                    (long long)frame,
                    code,
                    (long long)read);
    }
  }
}
END_TEST

/* SMPTE ST 12-1: ten minutes have 17982 frames, an hour 107892. */
START_TEST(dropped_frames_are_not_there)
{
  static const struct {
    const char *fps, *code;
    long frame;
  } codes[] = {{"29.97df", "00:00:59;29", 1799},
               {"29.97df", "00:01:00;02", 1800},
               {"29.97df", "00:01:00;00", -1},
               {"29.97df", "00:10:00;00", 17982},
               {"29.97df", "01:00:00;00", 107892},
               {"29.97 drop", "01:00:00:00", 107892},
               {"29.97", "01:00:00:00", 108000},
               {"29.97", "01:00:00;00", -1},
               {"25", "01:02:03:04", 93079},
               {"25", "01:02:03:25", -1},
               {"24", "00:60:00:00", -1},
               {"24", "24:00:00:00", -1},
               {"24", "00:00:00:0", -1}};
  for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); ++i) {
    int64_t frame = -1;
    yeoun_timecode_read(codes[i].code, yeoun_fps_find(codes[i].fps), &frame);
    ck_assert_msg(frame == codes[i].frame, "%s", codes[i].code);
  }
  ck_assert_double_eq_tol(
    yeoun_fps_seconds(yeoun_fps_find("23.976"), 24000), 1001, 1e-9);
}
END_TEST

START_TEST(minutes_and_seconds_are_read)
{
  static const struct {
    const char *text;
    double seconds;
  } times[] = {{"62.5", 62.5},
               {"1:02.5", 62.5},
               {"1:01:02.5", 3662.5},
               {"0:07", 7},
               {"1:60", -1},
               {"1:", -1},
               {":5", -1},
               {"1.5:3", -1},
               {"-3", -1},
               {"nan", -1},
               {"1:2:3:4", -1},
               {"", -1}};
  for (size_t i = 0; i < sizeof(times) / sizeof(times[0]); ++i) {
    double seconds = 0;
    bool is_code = false;
    const bool is_read = yeoun_time_read(times[i].text, 0, &seconds, &is_code);
    ck_assert_msg(is_read == (times[i].seconds >= 0) &&
                    (!is_read || seconds == times[i].seconds),
                  "%s",
                  times[i].text);
  }
}
END_TEST

/** The sample a wave file says that it begins at; -1: none. */
static int64_t
reference_of(const char *name)
{
  SF_INFO info = {0};
  SF_BROADCAST_INFO broadcast = {0};
  char path[256];
  snprintf(path, sizeof(path), "%s/%s", folder, name);
  SNDFILE *const file = sf_open(path, SFM_READ, &info);
  const bool is_there =
    file &&
    sf_command(file, SFC_GET_BROADCAST_INFO, &broadcast, sizeof(broadcast));
  sf_close(file);
  return is_there ? ((int64_t)broadcast.time_reference_high << 32) +
                      broadcast.time_reference_low
                  : -1;
}

START_TEST(a_cue_is_told_in_time_codes)
{
  ck_assert_int_eq(
    make("<#a> a y:MusicCue ; y:hit \"10:00:04:05\" , \"0:08.5\" ;\n"
         "  y:seconds \"00:00:12:12\" ; y:start \"10:00:00:00\" ; y:fps 25 .\n"
         "<#b> a y:MusicCue ; y:seconds \"0:09\" ; y:edit \"0:11.5\" ;\n"
         "  y:fps \"29.97df\" ; y:start \"01:00:00;00\" ."),
    0);
  ck_assert_int_eq(run_command("grep -q '^hit 4.2 0$' out/a.made && "
                               "grep -q '^hit 8.5 0$' out/a.made && "
                               "grep -q '^seconds 12.48$' out/a.made && "
                               "grep -q '^seconds 11.5$' out/b-11.5s.made && "
                               "grep '^\"a\"' out/library.csv | "
                               "grep -q ',25,10:00:00:00,12.480' && "
                               "grep -q '29.97df,01:00:00;00,9.000' "
                               "out/library.csv"),
                   0);
  ck_assert_int_eq(reference_of("out/a.wav"), 36000LL * 48000);
  ck_assert_int_eq(reference_of("out/b.wav"), llround(3599.9964 * 48000));
  /* As options say it. */
  ck_assert_int_eq(run_command("'%s' 'Am F C' --hit 01:00:04:05 --start "
                               "01:00:00:00 --seconds 0:12 --fps 25 --name c "
                               "--make mix --out . && "
                               "grep -q '^hit 4.2 0$' c.made",
                               getenv("YEOUN_RENDER")),
                   0);
}
END_TEST

START_TEST(times_that_there_are_not_are_refused_with_their_line)
{
  static const struct {
    const char *cue, *text;
  } faults[] = {
    {"y:fps 26", "sheet.ttl:3: a: fps \"26\": expected 23.976"},
    {"y:hit \"01:00:00:00\"", "sheet.ttl:3: a: hit \"01:00:00:00\": expected"},
    {"y:fps 25 ; y:hit \"00:00:04:25\"", "hit \"00:00:04:25\": expected"},
    {"y:fps 25 ; y:start \"01:00:00:00\" ; y:hit \"00:59:00:00\"",
     "hit \"00:59:00:00\": expected"},
    {"y:hit \"4 bar\"", "hit \"4 bar\": expected"},
    {"y:mix \"no-bass\"", "mix \"no-bass\": expected no-melody"},
    {"y:seconds \"0:00.5\"", "seconds \"0:00.5\": expected 1 to 3600"},
  };
  for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); ++i) {
    char cue[256];
    snprintf(cue, sizeof(cue), "<#a> a y:MusicCue ; %s .", faults[i].cue);
    ck_assert_int_eq(make(cue), 2);
    ck_assert_msg(log_has(faults[i].text), "%s", faults[i].text);
  }
}
END_TEST

/** How far from a bar line of its own the hit of a cue is, in seconds. */
static double
off_bar(const char *name, double hit_s)
{
  SF_INFO info = {0};
  static SF_CUES cues;
  char path[256];
  double nearest = HUGE_VAL;
  snprintf(path, sizeof(path), "%s/%s", folder, name);
  SNDFILE *const file = sf_open(path, SFM_READ, &info);
  ck_assert_int_eq(sf_command(file, SFC_GET_CUE, &cues, sizeof(cues)), 1);
  sf_close(file);
  for (unsigned i = 0; i < cues.cue_count; ++i) {
    const double at_s = cues.cue_points[i].sample_offset / 48000.0;
    if (strstr(cues.cue_points[i].name, "bar")) {
      nearest = fmin(nearest, fabs(at_s - hit_s));
    }
  }
  return nearest;
}

START_TEST(a_hit_may_ask_for_a_downbeat)
{
  double most_free = 0;
  double most_down = 0;
  for (int i = 0; i < 5; ++i) {
    const double hit_s = 5.3 + 1.7 * i;
    char cues[256];
    snprintf(cues,
             sizeof(cues),
             "<#free> a y:MusicCue ; y:seconds 20 ; y:hit %.1f .\n"
             "<#down> a y:MusicCue ; y:seconds 20 ; y:hit \"%.1f downbeat\" .",
             hit_s,
             hit_s);
    ck_assert_int_eq(run_command("rm -rf out"), 0);
    ck_assert_int_eq(make(cues), 0);
    most_free = fmax(most_free, off_bar("out/free.wav", hit_s));
    most_down = fmax(most_down, off_bar("out/down.wav", hit_s));
  }
  printf("# off the bar line at most: %.3f s, without asking %.3f s\n",
         most_down,
         most_free);
  ck_assert_double_lt(most_down, 0.036);
  ck_assert_double_gt(most_free, 0.2);
}
END_TEST

START_TEST(what_rings_out_is_counted_where_it_is_asked)
{
  ck_assert_int_eq(make("<#a> a y:MusicCue ; y:seconds 30 ; y:edit 15 , 6 ;\n"
                        "  y:ring \"within\" ; y:ending true ;\n"
                        "  y:intensity \"0:0.2 20:0.9 30:0.4\" ."),
                   0);
  static const double lengths[] = {30, 15, 6};
  static const char *const names[] = {
    "out/a.wav", "out/a-15s.wav", "out/a-6s.wav"};
  for (int i = 0; i < 3; ++i) {
    const struct sound_facts facts = measure_sound(names[i]);
    ck_assert_double_eq_tol(facts.length_s, lengths[i], 1e-9);
  }
  /* The graph of an edit is that of the cue, in its own time. */
  ck_assert_int_eq(run_command("grep -q '^point 10 0.9$' out/a-15s.made && "
                               "grep -q '^point 4 0.9$' out/a-6s.made"),
                   0);
}
END_TEST

/** Whether every note of a MIDI file is in another: players breathe otherwise
    where others are silent, and a lane may move by octaves. */
static bool
is_part(const char *name, const char *whole, unsigned *notes)
{
  static struct midi_facts a;
  static struct midi_facts b;
  read_midi(name, &a);
  read_midi(whole, &b);
  for (unsigned i = 0; i < a.notes; ++i) {
    bool is_there = false;
    for (unsigned k = 0; k < b.notes && !is_there; ++k) {
      is_there = abs(a.note[i].start - b.note[k].start) <= a.division / 8 &&
                 a.note[i].key % 12 == b.note[k].key % 12 &&
                 a.note[i].channel == b.note[k].channel;
    }
    if (!is_there) {
      return false;
    }
  }
  *notes = a.notes;
  return a.notes < b.notes;
}

START_TEST(alternative_mixes_play_some_of_the_same_notes)
{
  unsigned notes[2];
  ck_assert_int_eq(
    make("<#a> a y:MusicCue ; y:mood \"romantic\" ; y:bars 16 ;\n"
         "  y:mix \"no-melody\" , \"sparse\" , \"stinger\" ."),
    0);
  ck_assert(is_part("out/a-no-melody.mid", "out/a.mid", &notes[0]));
  ck_assert(is_part("out/a-sparse.mid", "out/a.mid", &notes[1]));
  ck_assert_uint_gt(notes[0], 10);
  ck_assert_uint_gt(notes[1], 10);
  ck_assert_int_eq(run_command("grep -q '^bars 2$' out/a-stinger.made"), 0);
  /* Two bars that close; the others go on as they are. */
  ck_assert_int_eq(run_command("grep -q ^ending=1$ out/a-stinger.made && "
                               "grep -q ^ending=0$ out/a-sparse.made && "
                               "grep -q ^melody_mute=1$ out/a-no-melody.made"),
                   0);
}
END_TEST

/* Each file as its program writes it, and what comes of it. */
static const struct {
  const char *write, *options;
  const char *wanted[3];
} spotted[] = {
  /* Avid: locators; a name that no file may have; picture and sound doubled. */
  {"cat >spots <<'END'\nTITLE: Episode 3\nFCM: NON-DROP FRAME\n\n"
   "001  AX  V     C        00:00:00:00 00:00:12:12 01:00:10:00 01:00:22:12\n"
   "* FROM CLIP NAME: the/door\n* LOC: 01:00:14:05 RED     she turns\n"
   "002  AX  A     C        00:00:00:00 00:00:12:12 01:00:10:00 01:00:22:12\n"
   "END",
   "",
   {"y:name \"the_door\"",
    "y:start \"01:00:10:00\" ; y:seconds 12.480 ;",
    "y:hit \"01:00:14:05\" ;  # she turns"}},
  /* Resolve's markers, dropping frames. */
  {"cat >spots <<'END'\nTITLE: T\nFCM: DROP FRAME\n\n"
   "001  001  V  C  01:00:00;00 01:00:00;01 01:00:00;00 01:00:00;01\n"
   " |C:ResolveColorBlue |M:opening |D:900\n\n"
   "002  001  V  C  01:00:10;02 01:00:10;03 01:00:10;02 01:00:10;03\n"
   " |C:ResolveColorRed |M:stab |D:1\nEND",
   "",
   {"y:fps \"29.97df\"",
    "y:name \"opening\"",
    "y:hit \"01:00:10;02\" ;  # stab"}},
  /* Premiere: UTF-16, tabs. */
  {"printf 'Marker Name\\tDescription\\tIn\\tOut\\tDuration\\tMarker Type\\n"
   "첫눈\\t\"a, \"\"b\"\"\"\\t01:00:00:00\\t01:00:20:12\\t\\tComment\\n"
   "stab\\t\\t01:00:05:00\\t01:00:05:00\\t00:00:00:00\\tComment\\n' | "
   "iconv -f UTF-8 -t UTF-16 >spots",
   "--fps 23.976",
   {"y:name \"첫눈\"",
    "y:seconds 20.521 ;",
    "y:hit \"01:00:05:00\" ;  # stab"}},
  /* Resolve's table; a comma and a line within quotes. */
  {"printf '\"#\",\"Name\",\"Start TC\",\"End TC\",\"Notes\"\\r\\n"
   "1,\"rain, again\",01:00:00:00,01:00:30:00,\"two\\nlines\"\\r\\n"
   "2,,01:00:08:12,01:00:08:13,\"the cup\"\\r\\n' >spots",
   "--fps 24",
   {"y:name \"rain, again\"",
    "y:seconds 30.000 ;",
    "y:hit \"01:00:08:12\" ;  # the cup"}},
};

START_TEST(what_an_editor_marked_becomes_a_sheet_that_renders)
{
  const char *const render = getenv("YEOUN_RENDER");
  const char *const *const wanted = spotted[_i].wanted;
  ck_assert_int_eq(run_command("%s", spotted[_i].write), 0);
  ck_assert_int_eq(
    run_command("'%s' --spot spots %s >sheet.ttl && cat sheet.ttl",
                render,
                spotted[_i].options),
    0);
  for (int i = 0; i < 3; ++i) {
    ck_assert_msg(log_has(wanted[i]), "%s", wanted[i]);
  }
  ck_assert_int_eq(
    run_command("[ $(grep -c MusicCue sheet.ttl) = 1 ] && "
                "'%s' sheet.ttl --make mix --rate 16000 && ls out/*.wav",
                render),
    0);
}
END_TEST

/* Letters that turn others round, a byte of another alphabet, an option. */
START_TEST(names_of_any_list_become_names_of_files)
{
  ck_assert_int_eq(
    run_command(
      "printf 'TITLE: E\\nFCM: NON-DROP FRAME\\n\\n"
      "001 AX V C 00:00:00:00 00:00:09:00 01:00:10:00 01:00:19:00\\n"
      "* FROM CLIP NAME: -rf a\\342\\200\\256b caf\\351 눈\\n' >list.edl; "
      "'%s' --spot list.edl --fps 25 >sheet.ttl && "
      "'%s' sheet.ttl --list-jobs",
      getenv("YEOUN_RENDER"),
      getenv("YEOUN_RENDER")),
    0);
  ck_assert(log_has("--only '_rf ab caf_ 눈'"));
}
END_TEST

START_TEST(markers_of_a_midi_file_are_hits)
{
  const char *const render = getenv("YEOUN_RENDER");
  ck_assert_int_eq(
    make("<#a> a y:MusicCue ; y:seconds 20 ; y:hit 6.1 , 13.7 ."), 0);
  ck_assert_int_eq(run_command("'%s' --spot out/a.mid >again.ttl && "
                               "cat again.ttl",
                               render),
                   0);
  ck_assert(log_has("y:seconds 20.000"));
  ck_assert(log_has("y:hit 6.100 ;  # hit 6.10 s"));
  ck_assert(log_has("y:hit 13.700 ;  # hit 13.70 s"));
}
END_TEST

/** Write notes of one channel as a track: keys that begin together at a beat, a
    beat apart unless said; 96 ticks a beat. */
static void
write_track(FILE *file, const char *const *groups, unsigned beats)
{
  unsigned char bytes[1024] = {0};
  unsigned size = 0;
  for (unsigned i = 0; groups[i]; ++i) {
    for (int is_off = 0; is_off < 2; ++is_off) {
      unsigned wait = is_off ? 96 * beats : 0;
      for (const char *key = groups[i]; *key; ++key, wait = 0) {
        bytes[size++] = (unsigned char)(0x80U | wait >> 7);
        bytes[size++] = wait & 127U;
        bytes[size++] = is_off ? 0x80 : 0x90;
        bytes[size++] = (unsigned char)*key;
        bytes[size++] = 80;
      }
    }
  }
  const unsigned char head[8] = {
    'M', 'T', 'r', 'k', 0, 0, (unsigned char)(size >> 8), size & 255U};
  fwrite(head, 1, 8, file);
  fwrite(bytes, 1, size, file);
}

/* What a composer plays: four chords twice, and a tune over them. */
START_TEST(a_theme_is_read_from_a_midi_file)
{
  static const char *const chords[] = {"\x39\x3c\x40",
                                       "\x35\x39\x3c",
                                       "\x30\x34\x37",
                                       "\x37\x3b\x3e\x41",
                                       "\x39\x3c\x40",
                                       "\x35\x39\x3c",
                                       "\x30\x34\x37",
                                       "\x37\x3b\x3e\x41",
                                       NULL};
  static const char *const tune[] = {"\x4c", "\x4f", "\x51", NULL};
  char path[256];
  find_file("the theme.mid", path, sizeof(path));
  FILE *const file = fopen(path, "wb");
  fwrite("MThd\0\0\0\6\0\1\0\2\0\x60", 1, 14, file);
  write_track(file, tune, 1);
  write_track(file, chords, 2);
  fclose(file);
  ck_assert_int_eq(run_command("'%s' 'the theme.mid' --bars 2 --name a --out . "
                               "--make mix",
                               getenv("YEOUN_RENDER")),
                   0);
  ck_assert(log_has("its theme is \"Am:2 F:2 C:2 G7:2 e5 g a\""));
  ck_assert_int_eq(
    make("<#b> a y:MusicCue ; y:theme <the%20theme.mid> ; y:bars 2 ."), 0);
  ck_assert_int_eq(
    run_command("grep -q '^theme Am:2 F:2 C:2 G7:2 e5 g a$' out/b.made"), 0);
  ck_assert_int_eq(make("<#b> a y:MusicCue ; y:theme <other.mid> ."), 2);
  ck_assert(log_has("sheet.ttl:3: b: other.mid: No such file"));
}
END_TEST

START_TEST(a_broken_file_of_marks_is_refused)
{
  static const char *const files[] = {
    "TITLE: a\n001 AX V C 00:00:00:00 00:00:01:00 01:00:00:99 01:00:09:00\n",
    "TITLE: a\n",
    "Name,Colour\na,b\n",
    "Name,In\na,soon\n",
    "Name,In\na,01:00:00:00\n",
    "MThd\\0\\0\\0\\6\\0\\1\\0\\1\\0\\140MTrk\\377\\377\\377\\377",
    ""};
  for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); ++i) {
    ck_assert_msg(run_command("printf '%s' >spots; '%s' --spot spots",
                              files[i],
                              getenv("YEOUN_RENDER")) == 2,
                  "%s",
                  files[i]);
    ck_assert(log_has("spots"));
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("times");
  TCase *const tests = tcase_create("times");
  tcase_add_checked_fixture(tests, set_up, remove_folder);
  tcase_set_timeout(tests, 60);
  tcase_add_test(tests, every_frame_of_a_day_has_one_time_code);
  tcase_add_test(tests, dropped_frames_are_not_there);
  tcase_add_test(tests, minutes_and_seconds_are_read);
  tcase_add_test(tests, a_cue_is_told_in_time_codes);
  tcase_add_test(tests, times_that_there_are_not_are_refused_with_their_line);
  tcase_add_test(tests, a_hit_may_ask_for_a_downbeat);
  tcase_add_test(tests, what_rings_out_is_counted_where_it_is_asked);
  tcase_add_test(tests, alternative_mixes_play_some_of_the_same_notes);
  tcase_add_loop_test(tests,
                      what_an_editor_marked_becomes_a_sheet_that_renders,
                      0,
                      (int)(sizeof(spotted) / sizeof(spotted[0])));
  tcase_add_test(tests, names_of_any_list_become_names_of_files);
  tcase_add_test(tests, markers_of_a_midi_file_are_hits);
  tcase_add_test(tests, a_theme_is_read_from_a_midi_file);
  tcase_add_test(tests, a_broken_file_of_marks_is_refused);
  suite_add_tcase(suite, tests);
  return suite;
}
