// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* States are saved and restored by one thread while another runs the plugin and
   a third composes: clean under the thread sanitizer. */

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/suite.h"
#include "host.h"

#define ROUNDS 2000

static struct host_world world;

/** A plugin that runs in a thread of its own. */
struct player {
  struct host *host;
  atomic_bool is_over;
};

static void
open_world(void)
{
  world = host_world_new();
}

static void
close_world(void)
{
  host_world_free(&world);
}

static void *
run_blocks(void *data)
{
  struct player *const player = (struct player *)data;
  const struct host_time rolling = {0.0, 0.0, 4.0, 4.0, 140.0, 1.0, 0.0};
  *host_control(player->host, "source") = 1.0f;
  *host_control(player->host, "apply") = 0.0f;
  host_position(player->host, 0, &rolling);
  for (unsigned i = 0; !atomic_load(&player->is_over); ++i) {
    if (i % 20 == 5) {
      host_set(player->host, 1, "urn:yeoun:vocabulary#keep", "");
      host_program(player->host, 2, (uint8_t)(i % 3));
    }
    if (i % 50 == 25) {
      host_theme(player->host, 3, i % 100 == 25 ? "Em C G" : "Bb F Gm");
    }
    *host_control(player->host, "freewheel") = i % 300 > 270;
    host_run(player->host, 256);
  }
  return NULL;
}

#define BYTES 300000

/** What a host's own store would give back: the theme, and the bytes of the
    shelf if there are any. */
struct store {
  char text[128];
  uint8_t *bytes; /**< BYTES, or NULL */
  size_t size;
  bool is_bare; /**< its final zero is not counted, as in Carla 2.5 */
};

static LV2_State_Status
store_value(LV2_State_Handle handle,
            uint32_t key,
            const void *value,
            size_t size,
            uint32_t type,
            uint32_t flags)
{
  struct store *const store = (struct store *)handle;
  (void)type;
  (void)flags;
  if (key == host_urid("urn:yeoun:vocabulary#theme") &&
      size <= sizeof(store->text)) {
    memcpy(store->text, value, size);
  }
  if (key == host_urid("urn:yeoun:vocabulary#kept") && store->bytes) {
    ck_assert_uint_le(size, BYTES);
    memcpy(store->bytes, value, size);
    store->size = size;
  }
  return LV2_STATE_SUCCESS;
}

static const void *
retrieve_value(LV2_State_Handle handle,
               uint32_t key,
               size_t *size,
               uint32_t *type,
               uint32_t *flags)
{
  static const int32_t version = 1;
  const struct store *const store = (const struct store *)handle;
  *flags = LV2_STATE_IS_POD | LV2_STATE_IS_PORTABLE;
  if (key == host_urid("urn:yeoun:vocabulary#version")) {
    *size = sizeof(version);
    *type = host_urid(LV2_ATOM__Int);
    return &version;
  }
  if (key == host_urid("urn:yeoun:vocabulary#kept") && store->size) {
    *size = store->size;
    *type = host_urid(LV2_ATOM__Chunk);
    return store->bytes;
  }
  if (key != host_urid("urn:yeoun:vocabulary#theme")) {
    return NULL;
  }
  *size = strlen(store->text) + !store->is_bare;
  *type = host_urid(LV2_ATOM__String);
  return store->text;
}

START_TEST(a_state_may_be_restored_while_another_thread_runs)
{
  static const char *const texts[] = {"Am F C", "Dm7 G7", "e g a", ""};
  static const enum host_worker workers[] = {HOST_WORKER_BETWEEN,
                                             HOST_WORKER_OWN};
  struct player player = {
    .host = host_new(&world, "urn:yeoun:sketch", 48000.0, workers[_i])};
  const LV2_State_Interface *const state =
    (const LV2_State_Interface *)lilv_instance_get_extension_data(
      player.host->instance, LV2_STATE__interface);
  const LV2_Handle handle = lilv_instance_get_handle(player.host->instance);
  pthread_t thread;
  struct store store = {.bytes = (uint8_t *)malloc(BYTES)};
  host_run(player.host, 256);
  host_set(player.host, 0, "urn:yeoun:vocabulary#keep", "");
  host_run(player.host, 256);
  ck_assert_int_eq(state->save(handle, store_value, &store, 0, NULL), 0);
  ck_assert_uint_gt(store.size, 1000);
  ck_assert_int_eq(pthread_create(&thread, NULL, run_blocks, &player), 0);
  for (unsigned i = 0; i < ROUNDS; ++i) {
    store.is_bare = i % 2;
    strcpy(store.text, texts[i % 4]);
    ck_assert_int_eq(state->restore(handle, retrieve_value, &store, 0, NULL),
                     0);
    memset(store.text, '?', sizeof(store.text));
    ck_assert_int_eq(state->save(handle, store_value, &store, 0, NULL), 0);
    ck_assert_ptr_nonnull(memchr(store.text, 0, sizeof(store.text)));
  }
  ck_assert_uint_gt(store.size, 1000); /* kept notes came and went */
  free(store.bytes);
  atomic_store(&player.is_over, true);
  pthread_join(thread, NULL);
  host_free(player.host);
}
END_TEST

START_TEST(a_state_that_is_not_a_theme_is_refused_and_changes_nothing)
{
  struct host *const host =
    host_new(&world, "urn:yeoun:sketch", 48000.0, HOST_WORKER_NONE);
  const LV2_State_Interface *const state =
    (const LV2_State_Interface *)lilv_instance_get_extension_data(
      host->instance, LV2_STATE__interface);
  const LV2_Handle handle = lilv_instance_get_handle(host->instance);
  struct store store = {.text = "Cm Ab"};
  ck_assert_int_eq(state->restore(handle, retrieve_value, &store, 0, NULL), 0);
  strcpy(store.text, "no theme at all");
  ck_assert_int_ne(state->restore(handle, retrieve_value, &store, 0, NULL), 0);
  state->save(handle, store_value, &store, 0, NULL);
  ck_assert_str_eq(store.text, "Cm Ab");
  host_free(host);
}
END_TEST

START_TEST(a_text_is_restored_whether_or_not_its_end_is_counted)
{
  struct host *const host =
    host_new(&world, "urn:yeoun:sketch", 48000.0, HOST_WORKER_NONE);
  const LV2_State_Interface *const state =
    (const LV2_State_Interface *)lilv_instance_get_extension_data(
      host->instance, LV2_STATE__interface);
  const LV2_Handle handle = lilv_instance_get_handle(host->instance);
  struct store store = {.text = "Cm Ab", .is_bare = _i};
  ck_assert_int_eq(state->restore(handle, retrieve_value, &store, 0, NULL), 0);
  store.text[0] = 0;
  state->save(handle, store_value, &store, 0, NULL);
  ck_assert_str_eq(store.text, "Cm Ab");
  memset(store.text, 'A', sizeof(store.text) - 1);
  store.text[sizeof(store.text) - 1] = 0;
  ck_assert_int_ne(state->restore(handle, retrieve_value, &store, 0, NULL), 0);
  host_free(host);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("restore");
  TCase *const tcase = tcase_create("state");
  tcase_set_timeout(tcase, 60);
  tcase_add_unchecked_fixture(tcase, open_world, close_world);
  tcase_add_loop_test(
    tcase, a_state_may_be_restored_while_another_thread_runs, 0, 2);
  tcase_add_test(tcase,
                 a_state_that_is_not_a_theme_is_refused_and_changes_nothing);
  tcase_add_loop_test(
    tcase, a_text_is_restored_whether_or_not_its_end_is_counted, 0, 2);
  suite_add_tcase(suite, tcase);
  return suite;
}
