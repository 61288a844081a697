// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "recorder.h"

#include "suite.h"

static void
begin_note(struct recorder *recorder, const struct yeoun_message *message)
{
  ck_assert_uint_ne(message->id, 0);
  ck_assert_uint_ge(message->velocity, 1);
  ck_assert_uint_le(message->velocity, 127);
  ck_assert_uint_lt(recorder->sounding, 1024);
  for (unsigned i = 0; i < recorder->sounding; ++i) {
    ck_assert_uint_ne(recorder->id[i], message->id);
    ck_assert_msg(recorder->lane[i] != message->lane ||
                    recorder->pitch[i] != message->pitch,
                  "key %u of lane %u went down twice",
                  message->pitch,
                  message->lane);
  }
  recorder->id[recorder->sounding] = message->id;
  recorder->lane[recorder->sounding] = message->lane;
  recorder->pitch[recorder->sounding++] = message->pitch;
}

static void
end_note(struct recorder *recorder, const struct yeoun_message *message)
{
  unsigned i = 0;
  while (i < recorder->sounding && recorder->id[i] != message->id) {
    ++i;
  }
  ck_assert_msg(i < recorder->sounding, "a note ended that did not sound");
  ck_assert_uint_eq(recorder->lane[i], message->lane);
  ck_assert_uint_eq(recorder->pitch[i], message->pitch);
  --recorder->sounding;
  recorder->id[i] = recorder->id[recorder->sounding];
  recorder->lane[i] = recorder->lane[recorder->sounding];
  recorder->pitch[i] = recorder->pitch[recorder->sounding];
}

static void
record(void *handle, const struct yeoun_message *message)
{
  struct recorder *const recorder = (struct recorder *)handle;
  const int64_t frame = recorder->origin + message->frame;
  ck_assert_uint_lt(recorder->messages, RECORDER_MAX);
  ck_assert_msg(!recorder->messages ||
                  frame >= recorder->frame[recorder->messages - 1],
                "messages out of order");
  recorder->frame[recorder->messages] = frame;
  recorder->message[recorder->messages++] = *message;
  if (message->kind == YEOUN_MESSAGE_NOTE_ON) {
    begin_note(recorder, message);
  } else if (message->kind == YEOUN_MESSAGE_NOTE_OFF) {
    end_note(recorder, message);
  }
}

struct yeoun_sink
recorder_sink(struct recorder *recorder)
{
  return (struct yeoun_sink){record, recorder};
}

void
recorder_clear(struct recorder *recorder)
{
  recorder->messages = 0;
}

unsigned
recorder_count(const struct recorder *recorder, int kind, int lane)
{
  unsigned found = 0;
  for (unsigned i = 0; i < recorder->messages; ++i) {
    found += recorder->message[i].kind == kind &&
             (lane < 0 || recorder->message[i].lane == lane);
  }
  return found;
}
