// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "options.h"

#include <stdio.h>

void
yeoun_options_help(void)
{
  fputs(
    "usage: yeoun-render THEME [OPTION]...\n"
    "       yeoun-render SHEET.ttl [OPTION]...\n"
    "Render variations of a theme, or the cues of a sheet, as a host would.\n"
    "THEME is \"Am F C\", \"Dm7/G C\", \"Am:2 F:6\", \"e g a\", ...\n\n"
    "Which music (of a theme):\n"
    "  --mood NAME         lyrical, romantic, comic, or all\n"
    "  --variation LIST    such as 1 or 0,3 or 1-8; 0 is the theme itself\n"
    "  --preset LABEL      begin with a preset, such as \"Window seat\"\n"
    "  --bars N            length, 1 to 32 (8)\n"
    "  --seconds S         exact length: bars and tempo are fitted to it\n"
    "  --hit S             a strong beat falls here; may be told again\n\n",
    stdout);
  fputs(
    "How it is played:\n"
    "  --tempo BPM         quarter notes a minute; else as the mood has it\n"
    "  --meter N/N         metre of the host (4/4)\n"
    "  --palette NAME      chamber, orchestral, ballad, jazz, lo-fi, gugak,\n"
    "                      electronic\n"
    "  --remix NAME        the same notes, played by another palette; files\n"
    "                      are named after it\n"
    "  --set SYMBOL=VALUE  set any control of the plugin\n\n"
    "What is made:\n"
    "  --make LIST         of mix, midi, stems, loop, score, picture\n"
    "  --target NAME       none, streaming (-14 LUFS), cinema (-27),\n"
    "                      broadcast (-23)\n"
    "  --format LIST       of float (default), wav24, flac, ogg, mp3\n"
    "  --rate HZ           8000 to 192000 (48000)\n"
    "  --out FOLDER        where files go (out)\n\n",
    stdout);
  fputs(
    "How the work is done:\n"
    "  --jobs N            cues at once (1)\n"
    "  --only NAME         one cue alone\n"
    "  --force             also what is there already and has not changed\n"
    "  --sort ORDER        of what was made: name, mood, identity, loudness\n"
    "  --keep N            only the first N in that order; the files of the\n"
    "                      others are removed\n"
    "  --csv               print what was made as comma-separated values\n"
    "  --list-jobs         only print a command a cue, for GNU parallel\n"
    "  --plan              only print what would be rendered\n"
    "  --block N|vary      frames at once, 1 to 8192 (256)\n",
    stdout);
}
