// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Hard times while it plays: workers that are late, come twice or never, odd
   rates and blocks, no system at all, no memory that is new, days. Longer with
   YEOUN_TRIAL=long, as tests/trial --long runs it. */

#define _GNU_SOURCE /* RUSAGE_THREAD */

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <lv2/atom/util.h>
#include <lv2/core/lv2.h>
#include <lv2/midi/midi.h>
#include <lv2/urid/urid.h>
#include <lv2/worker/worker.h>

#if defined(__linux__)
#  include <linux/seccomp.h>
#  include <sys/prctl.h>
#  include <sys/syscall.h>
#endif

#include "../unit/suite.h"
#include "ports.h"

#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) &&                    \
  !defined(__SANITIZE_THREAD__)
#  if defined(__has_feature)
#    if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#      define IS_WATCHED
#    endif
#  endif
#else
#  define IS_WATCHED
#endif

/* A sanitizer makes each block ten times as slow. */
#if defined(IS_WATCHED)
static const double seconds = 0.5;
static const unsigned short_day = 2; /* minutes */
#else
static const double seconds = 2.5;
static const unsigned short_day = 15;
#endif

enum { ROOM = 65536, MOST_FRAMES = 8192, URIS = 256 };

static LV2_URID
map_uri(LV2_URID_Map_Handle handle, const char *uri)
{
  static char *uris[URIS];
  (void)handle;
  uint32_t i = 0;
  while (i < URIS && uris[i] && strcmp(uris[i], uri)) {
    ++i;
  }
  if (i == URIS) {
    ck_abort_msg("more than %d URIs", URIS);
    return 0;
  }
  if (!uris[i]) {
    uris[i] = (char *)calloc(1, strlen(uri) + 1);
    memcpy(uris[i], uri, strlen(uri));
  }
  return i + 1;
}

/* What a host's worker does with what it is given. */
enum worker { AT_ONCE, TWICE, LATE, NEVER, WORKERS };

/* A plugin as a host has it, its first audio ports alone. */
static struct {
  const LV2_Descriptor *descriptor;
  LV2_Handle handle;
  enum worker worker;
  unsigned asked;
  union {
    LV2_Atom_Sequence sequence;
    uint8_t bytes[ROOM];
  } in, out;
  float control[YEOUN_CONTROLS];
  float audio[2][MOST_FRAMES];
  unsigned on, off; /* notes that were sent */
  double loudest;
} host;

static LV2_Worker_Status
respond(LV2_Worker_Respond_Handle handle, uint32_t size, const void *data)
{
  (void)handle;
  (void)size;
  (void)data;
  return LV2_WORKER_SUCCESS;
}

static void
work(void)
{
  const LV2_Worker_Interface *const worker =
    (const LV2_Worker_Interface *)host.descriptor->extension_data(
      LV2_WORKER__interface);
  const uint32_t wake = 0;
  worker->work(host.handle, respond, NULL, sizeof(wake), &wake);
}

static LV2_Worker_Status
schedule_work(LV2_Worker_Schedule_Handle handle,
              uint32_t size,
              const void *data)
{
  (void)handle;
  (void)size;
  (void)data;
  ++host.asked;
  return LV2_WORKER_SUCCESS;
}

static void
begin(enum yeoun_kind kind, double rate, bool freewheels)
{
  static LV2_URID_Map map = {NULL, map_uri};
  static LV2_Worker_Schedule schedule = {NULL, schedule_work};
  static const LV2_Feature maps = {LV2_URID__map, &map};
  static const LV2_Feature schedules = {LV2_WORKER__schedule, &schedule};
  static const LV2_Feature *const features[] = {&maps, &schedules, NULL};
  memset(&host, 0, sizeof(host));
  const LV2_Descriptor *const d = lv2_descriptor((uint32_t)kind);
  host.descriptor = d;
  host.handle = d->instantiate(d, rate, "", features);
  ck_assert_ptr_nonnull(host.handle);
  d->connect_port(host.handle, YEOUN_INDEX_EVENTS_IN, &host.in);
  d->connect_port(host.handle, YEOUN_INDEX_EVENTS_OUT, &host.out);
  for (uint32_t i = 0; kind == YEOUN_SKETCH && i < 2; ++i) {
    d->connect_port(host.handle, YEOUN_INDEX_AUDIO + i, host.audio[i]);
  }
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    host.control[i] = NAN; /* as it is by default */
    d->connect_port(host.handle,
                    yeoun_port_index(kind, (enum yeoun_port)i),
                    &host.control[i]);
  }
  host.control[YEOUN_PORT_FREEWHEEL] = freewheels ? 1.0f : 0.0f;
  host.control[YEOUN_PORT_AUDITION] = 1.0f;
  host.control[YEOUN_PORT_ADVANCE] = 1.0f; /* each round is another */
  if (d->activate) {
    d->activate(host.handle);
  }
}

static void
end(void)
{
  if (host.descriptor->deactivate) {
    host.descriptor->deactivate(host.handle);
  }
  host.descriptor->cleanup(host.handle);
}

/* What came out, counted. No assertion: this also runs where nothing may be
   said. */
static bool
listen(uint32_t frames)
{
  static LV2_URID midi;
  midi = midi ? midi : map_uri(NULL, LV2_MIDI__MidiEvent);
  LV2_ATOM_SEQUENCE_FOREACH(&host.out.sequence, event)
  {
    const uint8_t *const bytes = (const uint8_t *)(event + 1);
    if (event->body.type == midi && event->body.size == 3) {
      const bool is_on = (bytes[0] & 0xF0) == 0x90 && bytes[2];
      host.on += is_on;
      host.off += !is_on && (bytes[0] & 0xE0) == 0x80;
    }
  }
  for (unsigned c = 0; c < 2; ++c) {
    for (uint32_t f = 0; f < frames; ++f) {
      const double level = fabs((double)host.audio[c][f]);
      if (!(level <= 1.0)) {
        return false;
      }
      host.loudest = level > host.loudest ? level : host.loudest;
    }
  }
  return true;
}

static bool
run(uint32_t frames)
{
  lv2_atom_sequence_clear(&host.in.sequence);
  host.in.sequence.atom.type = map_uri(NULL, LV2_ATOM__Sequence);
  host.out.sequence.atom.size = ROOM - sizeof(LV2_Atom);
  host.descriptor->run(host.handle, frames);
  return listen(frames);
}

static bool
is_long(void)
{
  const char *const trial = getenv("YEOUN_TRIAL");
  return trial && !strcmp(trial, "long");
}

/* Half a minute and a new variation each round: whatever the worker does, music
   sounds and every note that begins ends. */
START_TEST(a_worker_may_come_late_or_twice_or_never)
{
  begin(YEOUN_SKETCH, 8000.0, false);
  unsigned done = 0;
  for (unsigned block = 0; block < 30 * 8000 / 64; ++block) {
    ck_assert(run(64));
    const bool comes = _i != NEVER && (_i != LATE || block % 500 == 499);
    for (; comes && done < host.asked; ++done) {
      work();
      if (_i == TWICE) {
        work();
      }
    }
  }
  ck_assert_uint_gt(host.on, 30);
  ck_assert_double_gt(host.loudest, 0.01);
  host.control[YEOUN_PORT_ENABLED] = 0.0f;
  for (unsigned block = 0; block < 20; ++block) {
    ck_assert(run(64));
  }
  ck_assert_uint_eq(host.off, host.on);
  end();
}
END_TEST

static const double rates[] =
  {8000, 11025, 22050, 37800, 44100, 47999.5, 48000, 88200, 96000, 192000};
static const uint32_t blocks[] = {1, 3, 17, 64, 997, 8192};

enum {
  RATES = sizeof(rates) / sizeof(rates[0]),
  BLOCKS = sizeof(blocks) / sizeof(blocks[0])
};

START_TEST(it_plays_at_odd_rates_in_odd_blocks)
{
  for (unsigned b = 0; b < BLOCKS; ++b) {
    begin(YEOUN_SKETCH, rates[_i], true);
    for (double at = 0.0; at < seconds * rates[_i]; at += blocks[b]) {
      ck_assert(run(blocks[b]));
    }
    ck_assert_uint_gt(host.on, 0);
    ck_assert_double_gt(host.loudest, 0.001);
    end();
  }
}
END_TEST

#if !defined(IS_WATCHED)
/* A mode in which Linux kills who calls it for more than to read, to write and
   to leave: a block after the other, composing too. */
START_TEST(it_plays_and_composes_without_any_system)
{
  begin(YEOUN_SKETCH, 48000.0, true);
  ck_assert(run(256));
  const pid_t child = fork();
  ck_assert_int_ge(child, 0);
  if (!child) {
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT)) {
      _exit(77);
    }
    bool is_sane = true;
    for (unsigned block = 0; block < 10000; ++block) {
      host.control[YEOUN_PORT_VARIATION] = (float)(1 + block / 1000);
      is_sane = run(256) && is_sane;
    }
    syscall(SYS_exit, is_sane && host.on > 100 ? 0L : 1L);
  }
  int status = -1;
  ck_assert_int_eq(waitpid(child, &status, 0), child);
  ck_assert_msg(!WIFSIGNALED(status), "killed by %d", WTERMSIG(status));
  const int said = WEXITSTATUS(status);
  ck_assert_msg(said == 0 || said == 77, "said %d", said);
  end();
}
END_TEST

/* A page that is touched first by run() is fetched by the system meanwhile. */
START_TEST(a_block_seldom_touches_memory_that_is_new)
{
  struct rusage before, after;
  begin(YEOUN_SKETCH, 48000.0, false);
  for (unsigned block = 0; block < 2000; ++block) {
    ck_assert(run(256));
    for (; host.asked; --host.asked) {
      work();
    }
  }
  long worst = 0;
  long all = 0;
  for (unsigned block = 0; block < 8000; ++block) {
    getrusage(RUSAGE_THREAD, &before);
    ck_assert(run(256));
    getrusage(RUSAGE_THREAD, &after);
    const long faults = after.ru_minflt - before.ru_minflt;
    worst = faults > worst ? faults : worst;
    all += faults;
    ck_assert_int_eq(after.ru_majflt, before.ru_majflt);
    for (; host.asked; --host.asked) {
      work();
    }
  }
  end();
  ck_assert_msg(worst <= 2 && all <= 16, "%ld, %ld in a block", all, worst);
}
END_TEST
#endif

/* A quarter of an hour, or a day: as fresh at its end as at its beginning. */
START_TEST(it_plays_for_a_day)
{
  const unsigned minutes = is_long() ? 24 * 60 : short_day;
  begin(YEOUN_SKETCH, 8000.0, true);
  unsigned before = 0;
  for (unsigned minute = 0; minute < minutes; ++minute) {
    host.loudest = 0.0;
    for (unsigned at = 0; at < 60 * 8000; at += 4000) {
      ck_assert(run(4000));
    }
    ck_assert_msg(host.on > before + 10, "minute %u", minute);
    ck_assert_double_gt(host.loudest, 0.005);
    ck_assert_uint_le(host.on - host.off, 40);
    before = host.on;
  }
  end();
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("hardship");
  TCase *const tests = tcase_create("hardship");
  tcase_set_timeout(tests, is_long() ? 3600 : 60);
  tcase_add_loop_test(
    tests, a_worker_may_come_late_or_twice_or_never, 0, WORKERS);
  tcase_add_loop_test(tests, it_plays_at_odd_rates_in_odd_blocks, 0, RATES);
#if !defined(IS_WATCHED)
  tcase_add_test(tests, it_plays_and_composes_without_any_system);
  tcase_add_test(tests, a_block_seldom_touches_memory_that_is_new);
#endif
  tcase_add_test(tests, it_plays_for_a_day);
  suite_add_tcase(suite, tests);
  return suite;
}
