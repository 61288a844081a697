// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "library.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "render/file.h"
#include "render/say.h"
#include "render/score/xml.h"

/* The page needs nothing but itself and the files beside it. */
static const char head[] =
  "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
  "<meta name=\"viewport\" content=\"width=device-width, "
  "initial-scale=1\">\n<title>Yeoun: cue library</title>\n<style>\n"
  ":root{color-scheme:light dark}\n"
  "body{font:15px/1.4 system-ui,sans-serif;margin:0 auto;max-width:1500px;"
  "padding:1rem}\n"
  "h1{font-size:1.3rem;margin:0 0 .6rem}\n"
  "form{display:flex;flex-wrap:wrap;gap:.6rem;margin:0 0 1rem}\n"
  "input,select{font:inherit;padding:.3rem .5rem;max-width:100%}\n"
  "input{flex:1 1 12rem}\n"
  "main{display:grid;gap:1rem;grid-template-columns:"
  "repeat(auto-fill,minmax(min(100%,22rem),1fr))}\n"
  "article{border:1px solid #8886;border-radius:.5rem;padding:.7rem;"
  "min-width:0}\n"
  "article[hidden]{display:none}\n"
  "h2{font-size:1rem;margin:0;overflow-wrap:anywhere}\n"
  "p{margin:.2rem 0}\n.facts{font-variant-numeric:tabular-nums;"
  "font-size:.85rem;opacity:.8}\n"
  "img{display:block;width:100%;height:auto;margin:.4rem 0}\n"
  "audio{width:100%}\n"
  ".files{display:flex;flex-wrap:wrap;gap:0 .6rem;font-size:.85rem}\n"
  "</style>\n";

/* Find by words; sort by what a card says of itself. */
static const char script[] =
  "<script>\nconst cards=[...document.querySelectorAll('article')];\n"
  "const find=document.getElementById('find'),"
  "sort=document.getElementById('sort');\n"
  "find.oninput=()=>{const words=find.value.toLowerCase().split(/\\s+/);"
  "for(const c of cards){const t=c.textContent.toLowerCase();"
  "c.hidden=!words.every(w=>t.includes(w));}};\n"
  "sort.onchange=()=>{const k=sort.value,n=c=>c.dataset[k];"
  "cards.sort((a,b)=>isNaN(n(a))?n(a).localeCompare(n(b)):n(a)-n(b));"
  "cards[0].parentNode.append(...cards);};\n"
  "document.forms[0].onsubmit=()=>false;\n"
  "document.addEventListener('play',e=>{for(const a of "
  "document.querySelectorAll('audio'))if(a!==e.target)a.pause();},true);\n"
  "</script>\n";

/** A name as part of an address. */
static void
write_address(FILE *file, const char *name)
{
  for (; *name; ++name) {
    const unsigned char c = (unsigned char)*name;
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                          (c >= 'a' && c <= 'z') || strchr("-_.~", c);
    fprintf(file, is_plain ? "%c" : "%%%02X", c);
  }
}

/** The first file of a cue that a browser plays; NULL: none. */
static const char *
find_sound(const struct yeoun_report_row *row)
{
  static const char *const ends[] = {".wav", ".flac", ".ogg", ".mp3"};
  for (unsigned i = 0; i < sizeof(ends) / sizeof(ends[0]); ++i) {
    if (yeoun_report_row_has(row, ends[i])) {
      return ends[i];
    }
  }
  return NULL;
}

static void
write_links(FILE *file, const struct yeoun_report_row *row)
{
  fprintf(file, "<p class=\"files\">");
  for (unsigned i = 0; i < row->files; ++i) {
    const char *const end = row->file[i].end;
    fprintf(file, "<a href=\"");
    write_address(file, row->name);
    write_address(file, end);
    fprintf(file, "\">");
    yeoun_xml_text(file, end + (*end == '.'));
    fprintf(file, "</a>");
  }
  fprintf(file, "</p>");
}

static void
write_card(FILE *file, const struct yeoun_report_row *row)
{
  const char *const end = find_sound(row);
  fprintf(file, "<article data-name=\"");
  yeoun_xml_text(file, row->name);
  fprintf(file, "\" data-mood=\"");
  yeoun_xml_text(file, row->mood);
  fprintf(file,
          "\" data-identity=\"%.4f\" data-length=\"%.2f\" data-tempo=\"%.1f\" "
          "data-loudness=\"%.1f\">\n<h2>",
          row->identity,
          row->length_s,
          row->tempo_bpm,
          row->lufs);
  yeoun_xml_text(file, row->name);
  fprintf(file, "</h2>\n<p>");
  yeoun_xml_text(file, row->description);
  fprintf(file, "</p>\n<img alt=\"waveform and notes\" src=\"");
  write_address(file, row->name);
  fprintf(file, ".svg\" width=\"480\" height=\"144\">\n");
  if (end) {
    fprintf(file, "<audio controls preload=\"metadata\" src=\"");
    write_address(file, row->name);
    write_address(file, end);
    fprintf(file, "\"></audio>\n");
  }
  fprintf(file, "<p class=\"facts\">");
  yeoun_xml_text(file, row->theme);
  fprintf(file, " · ");
  yeoun_xml_text(file, row->mood);
  fprintf(file, " · ");
  yeoun_xml_text(file, row->key);
  fprintf(file,
          " · %.1f bpm · %.2f s, %.2f s with its tail · %.1f LUFS · "
          "identity %.2f</p>\n",
          row->tempo_bpm,
          row->music_s,
          row->length_s,
          row->lufs,
          row->identity);
  fprintf(file, "<p class=\"facts\">");
  yeoun_xml_text(file, row->variation_name);
  fprintf(file, "</p>\n");
  write_links(file, row);
  fprintf(file, "</article>\n");
}

static void
write_page(FILE *file, const struct yeoun_report_row *row, unsigned rows)
{
  fprintf(file,
          "%s<h1>%u cues</h1>\n<form><input id=\"find\" type=\"search\" "
          "placeholder=\"find words\" aria-label=\"find words\"><select "
          "id=\"sort\" aria-label=\"sort by\"><option value=\"name\">by name"
          "</option><option value=\"mood\">by mood</option><option "
          "value=\"identity\">by identity</option><option value=\"length\">by "
          "length</option><option value=\"tempo\">by tempo</option><option "
          "value=\"loudness\">by loudness</option></select></form>\n<main>\n",
          head,
          rows);
  for (unsigned i = 0; i < rows; ++i) {
    write_card(file, &row[i]);
  }
  fprintf(file, "</main>\n%s</html>\n", script);
}

/** A value between quotes, its own doubled (RFC 4180). One that begins like a
    formula has an apostrophe before it: spreadsheets would compute it. */
static void
write_value(FILE *file, const char *text)
{
  putc('"', file);
  if (*text && strchr("=+-@", *text)) {
    putc('\'', file);
  }
  for (; *text; ++text) {
    fputs(*text == '"' ? "\"\"" : (char[2]){*text}, file);
  }
  fputs("\",", file);
}

void
yeoun_library_values(FILE *file,
                     const struct yeoun_report_row *row,
                     unsigned rows)
{
  fprintf(file,
          "name,character,theme,mood,key,description,variation,bars,notes,"
          "tempo,music_s,length_s,lufs,peak_dbtp,identity\r\n");
  for (unsigned i = 0; i < rows; ++i) {
    const struct yeoun_report_row *const r = &row[i];
    const char *const texts[] = {
      r->name, r->character, r->theme, r->mood, r->key, r->description};
    for (unsigned t = 0; t < sizeof(texts) / sizeof(texts[0]); ++t) {
      write_value(file, texts[t]);
    }
    fprintf(file,
            "%u,%u,%u,%.2f,%.3f,%.3f,%.2f,%.2f,%.4f\r\n",
            r->variation,
            r->bars,
            r->notes,
            r->tempo_bpm,
            r->music_s,
            r->length_s,
            r->lufs,
            r->peak_db,
            r->identity);
  }
}

static bool
write_file(const char *out,
           const char *name,
           void (*write)(FILE *file,
                         const struct yeoun_report_row *row,
                         unsigned rows),
           const struct yeoun_report_row *row,
           unsigned rows)
{
  char path[YEOUN_PATH];
  char *text = NULL;
  size_t size = 0;
  FILE *const file = open_memstream(&text, &size);
  snprintf(path, sizeof(path), "%s/%s", out, name);
  if (!file) {
    yeoun_say("no memory is left for %s", path);
    return false;
  }
  write(file, row, rows);
  const bool is_done =
    !fclose(file) && yeoun_file_write(path, text, size) && yeoun_files_place();
  free(text);
  return is_done;
}

/** The same for spreadsheets, which know UTF-8 by its mark. */
static void
write_table(FILE *file, const struct yeoun_report_row *row, unsigned rows)
{
  fputs("\xEF\xBB\xBF", file);
  yeoun_library_values(file, row, rows);
}

bool
yeoun_library_write(const char *out,
                    const struct yeoun_report_row *row,
                    unsigned rows)
{
  return write_file(out, "index.html", write_page, row, rows) &&
         write_file(out, "library.csv", write_table, row, rows);
}
