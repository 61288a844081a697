// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The interface in a real host: Ardour, with hands that xdotool moves. */

#include <stdlib.h>

#include "../command/files.h"
#include "../unit/suite.h"

static void
set_up(void)
{
  const char *const folder = make_folder();
  ck_assert_int_eq(setenv("TMPDIR", folder, 1), 0);
}

/** Keep the notes of a channel alone. */
static void
keep_channel(struct midi_facts *midi, uint8_t channel)
{
  unsigned kept = 0;
  for (unsigned i = 0; i < midi->notes; ++i) {
    if (midi->note[i].channel == channel) {
      midi->note[kept++] = midi->note[i];
    }
  }
  midi->notes = kept;
}

/** A tick of one file in those of another, rounded. */
static int32_t
convert(int32_t tick,
        const struct midi_facts *from,
        const struct midi_facts *to)
{
  return (int32_t)(((int64_t)tick * to->division + from->division / 2) /
                   from->division);
}

/* What the track of the host has is what yeoun-render makes of the theme, which
   knows nothing of the window. */
START_TEST(ardour_opens_types_closes_and_takes_a_lane)
{
  static struct midi_facts host, rendered;
  ck_assert_int_eq(run_command("'%s' \"$PWD\"", getenv("YEOUN_UI_ARDOUR")), 0);
  ck_assert(log_has("opens 1240x830"));
  ck_assert(log_has("types, and leaves the space bar"));
  ck_assert(log_has("two windows, closed and opened again"));
  ck_assert(log_has("theme \"Dm G C\""));
  ck_assert_int_eq(
    run_command("'%s' 'Dm G C' --bars 8 --bpm 120 --make midi --out made && "
                "mv made/*.mid made.mid",
                getenv("YEOUN_RENDER")),
    0);
  read_midi("host.mid", &host);
  read_midi("made.mid", &rendered);
  keep_channel(&rendered, 0); /* the melody's */
  ck_assert_uint_gt(host.notes, 10);
  ck_assert_uint_eq(host.notes, rendered.notes);
  for (unsigned i = 0; i < host.notes; ++i) {
    const struct midi_note *const a = &host.note[i];
    const struct midi_note *const b = &rendered.note[i];
    ck_assert_int_eq(convert(a->start, &host, &rendered), b->start);
    ck_assert_int_eq(convert(a->end, &host, &rendered), b->end);
    ck_assert_uint_eq(a->key, b->key);
    ck_assert_uint_eq(a->velocity, b->velocity);
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("ui_hosts");
  TCase *const tests = tcase_create("hosts");
  tcase_set_timeout(tests, 400);
  tcase_add_checked_fixture(tests, set_up, remove_folder);
  tcase_add_test(tests, ardour_opens_types_closes_and_takes_a_lane);
  suite_add_tcase(suite, tests);
  return suite;
}
