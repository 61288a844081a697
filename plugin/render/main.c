// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* yeoun-render: variations of a theme, or the cues of a sheet, rendered offline
   by the plugin itself. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "folder.h"
#include "render/ask/ask.h"
#include "render/ask/help.h"
#include "render/ask/make.h"
#include "render/host/answer.h"
#include "render/host/host_controls.h"
#include "render/host/list.h"
#include "render/host/set_cue.h"
#include "render/library/choose.h"
#include "render/library/clash.h"
#include "render/library/deliver.h"
#include "render/library/library.h"
#include "render/library/record.h"
#include "render/library/work.h"
#include "render/schedule/plan_cue.h"
#include "render/schedule/transport.h"
#include "render/spot/spot.h"
#include "say.h"

/* Exit statuses. */
enum { DONE = 0, FAILED = 1, NOT_UNDERSTOOD = 2 };

/** All that is to be done. */
struct session {
  int argc;
  char **argv;
  struct yeoun_options options;
  const char *out;
  struct yeoun_cues cues;
  struct yeoun_host *host;  /**< of the mix */
  struct yeoun_host *stems; /**< or NULL when none are wanted */
  char **asked;             /**< by cue: what its files depend on */
  struct yeoun_work *work;
  struct yeoun_report_row *rows;
};

static void
speak_of(const struct session *session, const struct yeoun_music_cue *cue)
{
  if (cue->line) {
    yeoun_say_about(
      "%s:%u: %s: ", session->options.sheet, cue->line, cue->name);
  } else {
    yeoun_say_about("%s", "");
  }
}

static void
speak_of_cue(void *handle, const struct yeoun_music_cue *cue)
{
  speak_of((const struct session *)handle, cue);
}

/** Whether a cue can be made; and whether it is made already. */
static bool
prepare(struct session *session, unsigned i)
{
  const struct yeoun_music_cue *const cue = &session->cues.cue[i];
  const struct yeoun_options *const options = &session->options;
  speak_of(session, cue);
  if (!yeoun_render_plan_check(session->host, cue) ||
      !yeoun_host_set_cue(session->host, cue)) {
    return false;
  }
  if (options->is_list) {
    return true; /* the jobs look into the folder */
  }
  session->asked[i] = yeoun_record_ask(session->host, cue);
  session->work[i] = (struct yeoun_work){
    .name = cue->name,
    .size = cue->seconds > 0 ? cue->seconds : 2.5 * cue->bars,
    .is_done =
      !options->is_again && session->asked[i] &&
      yeoun_record_read(
        session->out, cue->name, session->asked[i], &session->rows[i])};
  return session->asked[i] &&
         (session->work[i].is_done || options->is_forced || options->is_plan ||
          yeoun_clash_with_folder(cue, session->out, session->asked[i]));
}

/** Make the files of a cue and give them their names. */
static bool
make_files(const struct session *session, unsigned i)
{
  static struct yeoun_render_plan plan;
  static struct yeoun_report_row old;
  static struct yeoun_report_row row;
  const struct yeoun_music_cue *const cue = &session->cues.cue[i];
  struct yeoun_take take = {0};
  struct yeoun_host *const host =
    cue->makes & YEOUN_MAKE_STEMS ? session->stems : session->host;
  const unsigned block = session->options.block;
  const bool has_old = yeoun_record_read(session->out, cue->name, NULL, &old);
  const bool is_made =
    yeoun_render_plan_make(host, cue, session->out, &plan) &&
    yeoun_transport_roll(host, &plan, block, &take) &&
    yeoun_deliver(host, &plan, block, &take, &row) &&
    yeoun_record_write(session->out, session->asked[i], &row) &&
    yeoun_files_place();
  yeoun_files_drop();
  if (is_made && has_old) {
    yeoun_report_row_tidy(session->out, &old, &row);
  }
  return is_made;
}

/** Make one cue, in a process of its own, unless another process did. */
static bool
make(void *handle, unsigned i)
{
  const struct session *const session = (const struct session *)handle;
  const struct yeoun_music_cue *const cue = &session->cues.cue[i];
  static struct yeoun_report_row row;
  speak_of(session, cue);
  return yeoun_folder_claim(session->out, cue->name) &&
         ((!session->options.is_again &&
           yeoun_record_read(
             session->out, cue->name, session->asked[i], &row)) ||
          make_files(session, i));
}

/** Whether all that was printed has gone out. Says what is wrong. */
static bool
is_written(FILE *file)
{
  if (fflush(file) || ferror(file)) {
    yeoun_say("what is listed cannot be written: %s", strerror(errno));
    return false;
  }
  return true;
}

/** List what was made, after the choice among it. */
static bool
show(struct session *session, unsigned made, unsigned done)
{
  const struct yeoun_options *const options = &session->options;
  struct yeoun_report_row *const rows = session->rows;
  const unsigned kept =
    options->keep && options->keep < made ? options->keep : made;
  yeoun_report_rows_sort(rows, made, options->order);
  for (unsigned i = kept; i < made; ++i) {
    if (rows[i].is_new && !yeoun_report_row_remove(session->out, &rows[i])) {
      return false;
    }
  }
  unsigned all = 0;
  if (!options->only && !yeoun_library_write(session->out, rows, kept, &all)) {
    return false;
  }
  if (options->is_csv) {
    yeoun_library_values(stdout, rows, kept);
    return is_written(stdout);
  }
  yeoun_table_print(rows, kept);
  printf("%u of %u made in %s", made, session->cues.count, session->out);
  if (done) {
    printf(", %u of them before", done);
  }
  printf(kept < made ? "; of those the best %u are kept\n" : "\n", kept);
  if (all > 1) {
    printf("all of them on one page: %s/index.html\n", session->out);
  }
  return true;
}

static int
render(struct session *session)
{
  unsigned made = 0;
  unsigned done = 0;
  const unsigned count = session->cues.count;
  bool *const was_done = (bool *)calloc(count, sizeof(bool));
  if (!was_done || !yeoun_folder_make(session->out)) {
    free(was_done);
    return FAILED;
  }
  for (unsigned i = 0; i < count && !session->stems; ++i) {
    if (session->cues.cue[i].makes & YEOUN_MAKE_STEMS) {
      session->stems = yeoun_host_open("urn:yeoun:stems");
      if (!session->stems || !yeoun_host_is_same_build(session->stems)) {
        free(was_done);
        return FAILED;
      }
    }
  }
  yeoun_folder_sweep(session->out);
  for (unsigned i = 0; i < count; ++i) {
    was_done[i] = session->work[i].is_done;
    done += was_done[i];
  }
  const unsigned failed =
    yeoun_work_do(session->work, count, session->options.jobs, make, session);
  for (unsigned i = 0; i < count; ++i) {
    const char *const name = session->cues.cue[i].name;
    if (session->work[i].is_done &&
        yeoun_record_read(
          session->out, name, session->asked[i], &session->rows[made])) {
      session->rows[made].is_new = !was_done[i];
      ++made;
    }
  }
  free(was_done);
  yeoun_folder_sweep(session->out); /* of those that were ended */
  const bool is_shown = show(session, made, done);
  fflush(stdout);
  for (unsigned i = 0; i < count && failed; ++i) {
    if (!session->work[i].is_done) {
      speak_of(session, &session->cues.cue[i]);
      yeoun_say("%s is not made", session->cues.cue[i].name);
    }
  }
  yeoun_say_about("%s", "");
  return is_shown && !failed ? DONE : FAILED;
}

/** Say what would be rendered: its name and its plugin, then the controls. What
    is made already would not. */
static int
show_plan(struct session *session)
{
  static struct yeoun_render_plan plan;
  int status = DONE;
  for (unsigned i = 0; i < session->cues.count; ++i) {
    const struct yeoun_music_cue *const cue = &session->cues.cue[i];
    speak_of(session, cue);
    if (session->work[i].is_done) {
      continue;
    }
    if (!yeoun_render_plan_make(session->host, cue, session->out, &plan)) {
      status = FAILED;
      continue;
    }
    printf("name %s\nplugin %s\nrate %u\n",
           cue->name,
           yeoun_cue_plugin(cue),
           cue->rate);
    yeoun_host_print(session->host, stdout);
    printf("\n");
  }
  return status;
}

/** Quoted, so that a shell reads it as one word. */
static void
print_word(const char *word)
{
  putchar('\'');
  for (; *word; ++word) {
    fputs(*word == '\'' ? "'\\''" : (char[2]){*word}, stdout);
  }
  putchar('\'');
}

/** A command a cue, each of which can be run anywhere, in any order. */
static int
list(const struct session *session)
{
  for (unsigned i = 0; i < session->cues.count; ++i) {
    for (int k = 0; k < session->argc; ++k) {
      if (strcmp(session->argv[k], "--list-jobs") != 0) {
        print_word(session->argv[k]);
        putchar(' ');
      }
    }
    fputs("--only ", stdout);
    print_word(session->cues.cue[i].name);
    putchar('\n');
  }
  return is_written(stdout) ? DONE : FAILED;
}

static int
run(struct session *session)
{
  const unsigned count = session->cues.count;
  session->host = yeoun_host_open("urn:yeoun:sketch");
  session->asked = (char **)calloc(count, sizeof(char *));
  session->work = (struct yeoun_work *)calloc(count, sizeof(*session->work));
  session->rows =
    (struct yeoun_report_row *)calloc(count, sizeof(*session->rows));
  if (!session->host || !session->asked || !session->work || !session->rows ||
      !yeoun_host_is_same_build(session->host)) {
    return FAILED;
  }
  if (!yeoun_clash_among(&session->cues, session->out, speak_of_cue, session)) {
    return NOT_UNDERSTOOD;
  }
  bool is_good = true;
  for (unsigned i = 0; i < count; ++i) {
    is_good = prepare(session, i) && is_good;
  }
  yeoun_say_about("%s", "");
  if (!is_good) {
    return NOT_UNDERSTOOD;
  }
  return session->options.is_plan   ? show_plan(session)
         : session->options.is_list ? list(session)
                                    : render(session);
}

/** Write the page again, of whatever is there. */
static int
write_page(const struct session *session)
{
  unsigned all = 0;
  if (!yeoun_library_write(session->out, NULL, 0, &all)) {
    return FAILED;
  }
  printf("%u cues on %s/index.html\n", all, session->out);
  return DONE;
}

/** Say which presets, controls, ... there are. */
static int
list_known(const char *what)
{
  struct yeoun_host *const host = yeoun_host_open("urn:yeoun:sketch");
  if (host) {
    yeoun_list_print(host, what);
  }
  yeoun_host_close(host);
  return host ? DONE : FAILED;
}

int
main(int argc, char **argv)
{
  static struct session session;
  int status = NOT_UNDERSTOOD;
  session.argc = argc;
  session.argv = argv;
  if (!yeoun_options_read(argc, argv, &session.options)) {
    return status;
  }
  if (session.options.is_help) {
    yeoun_help_print();
    return DONE;
  }
  session.out = session.options.out ? session.options.out : "out";
  if (session.options.list) {
    return list_known(session.options.list);
  }
  if (session.options.spot) {
    struct yeoun_music_cue told = yeoun_cue_default();
    return yeoun_told_apply(&session.options.told, &told) &&
               yeoun_spot(session.options.spot, told.fps, stdout)
             ? DONE
             : NOT_UNDERSTOOD;
  }
  if (session.options.is_page) {
    return write_page(&session);
  }
  if (yeoun_ask(&session.options, &session.cues)) {
    status = run(&session);
  }
  for (unsigned i = 0; session.asked && i < session.cues.count; ++i) {
    free(session.asked[i]);
  }
  free(session.asked);
  free(session.work);
  free(session.rows);
  yeoun_cues_free(&session.cues);
  yeoun_host_close(session.host);
  yeoun_host_close(session.stems);
  return status;
}
