// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "heard.h"

#include <string.h>

#include "../unit/suite.h"

static const struct host_time rolling = {0.0, 0.0, 4.0, 4.0, 120.0, 1.0, 0.0};

struct host *
heard_host(struct host_world *world)
{
  struct host *const made =
    host_new(world, "urn:yeoun:sketch", HEARD_RATE, HOST_WORKER_NONE);
  *host_control(made, "freewheel") = 1.0f;
  return made;
}

void
heard_run(struct host *h, double seconds, struct heard *heard)
{
  static struct host_midi midi[HEARD_NOTES];
  const unsigned blocks = (unsigned)(seconds * HEARD_RATE / HEARD_BLOCK);
  for (unsigned i = 0; i < blocks; ++i) {
    host_run(h, HEARD_BLOCK);
    const size_t count = heard ? host_sent(h, midi, HEARD_NOTES) : 0;
    for (size_t k = 0; k < count; ++k) {
      if ((midi[k].byte[0] & 0xF0) == 0x90 && heard->notes < HEARD_NOTES) {
        midi[k].frame += i * HEARD_BLOCK;
        heard->note[heard->notes++] = midi[k];
      }
    }
  }
}

void
heard_play(struct host *h, struct heard *heard)
{
  heard->notes = 0;
  host_run(h, HEARD_BLOCK);
  host_position(h, 0, &rolling);
  heard_run(h, 16.0, heard);
  const struct host_time standing = {0.0, 0.0, 4.0, 4.0, 120.0, 0.0, 0.0};
  host_position(h, 0, &standing);
  host_run(h, HEARD_BLOCK);
}

void
heard_expect_same(const struct heard *a, const struct heard *b)
{
  ck_assert_uint_gt(a->notes, 20);
  ck_assert_uint_eq(a->notes, b->notes);
  ck_assert_mem_eq(a->note, b->note, a->notes * sizeof(*a->note));
}

bool
heard_is_same(const struct heard *a, const struct heard *b)
{
  return a->notes == b->notes &&
         !memcmp(a->note, b->note, a->notes * sizeof(*a->note));
}

const char *
heard_name(struct host *h)
{
  host_ask(h, 0, Y("name"));
  host_run(h, HEARD_BLOCK);
  const LV2_Atom *const value = host_answer(h, Y("name"));
  ck_assert_ptr_nonnull(value);
  return (const char *)(value + 1);
}

int32_t
heard_number(struct host *h, const char *property)
{
  host_ask(h, 0, property);
  host_run(h, HEARD_BLOCK);
  const LV2_Atom *const value = host_answer(h, property);
  ck_assert_ptr_nonnull(value);
  ck_assert_uint_eq(value->type, host_urid(LV2_ATOM__Int));
  return ((const LV2_Atom_Int *)value)->body;
}

void
heard_expect_told(const struct host *host,
                  const char *property,
                  const char *text)
{
  const char *const told = host_told(host, property);
  ck_assert_ptr_nonnull(told);
  ck_assert_str_eq(told, text);
}
