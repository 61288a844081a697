// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The control ports of all three plugins, told once: for whoever defines

     PORT(IDENTIFIER, symbol, name, kind, default, lowest, highest,
          unit, group, labels, comment)

   and includes this: ports.h makes the numbers of it, controls.c the facts,
   write_turtle.c what hosts read. The order is the order in hosts and in
   sessions: only ever append, at the end of the file.

   kind    REAL, WHOLE, CHOICE (whole, each value has a label), SWITCH, OUTPUT
   unit    as in the units extension of LV2, or ""
   group   as in shared.ttl, or ""
   labels  "Host|Own" names the values 0, 1; "8=8 bars" a single one;
           "*palettes" goes on with the names of a table (labels.c) */

/* clang-format off */

PORT(ENABLED, "enabled", "Enabled", SWITCH, 1, 0, 1, "", "", "",
     "Play while on. When off, all notes end and nothing sounds.")
PORT(FREEWHEEL, "freewheel", "Freewheeling", SWITCH, 0, 0, 1, "", "", "",
     "Set by the host while it renders faster or slower than time passes: composing then waits for nothing.")

/* Mood */
PORT(LYRICAL, "lyrical", "Lyrical", REAL, 1, 0, 1, "", "mood", "",
     "Weight of the lyrical mood: calm and tender, a singing line.")
PORT(ROMANTIC, "romantic", "Romantic", REAL, 0, 0, 1, "", "mood", "",
     "Weight of the romantic mood: longing and swelling, sighs that resolve, a late climax.")
PORT(COMIC, "comic", "Comic", REAL, 0, 0, 1, "", "mood", "",
     "Weight of the comic mood: light and quick, short notes, jokes on the third time.")
PORT(INTENSITY, "intensity", "Intensity", REAL, 0.5f, 0, 1, "", "mood", "",
     "How strong the feeling is: more notes, louder, higher, more players. Draw it along the scene as automation. 0.5 is as the mood has it.")
PORT(SPACE, "space", "Space", REAL, 0.3f, 0, 1, "", "mood", "",
     "How much of each phrase is silence, which leaves room for words and pictures. 0.3 is as the mood has it.")

/* Variation */
PORT(VARIATION, "variation", "Variation", WHOLE, 1, 0, YEOUN_VARIATIONS - 1, "", "variation", "0=Statement",
     "The number of the variation. 0 is the statement, the theme plainly played. A number always means the same music.")
PORT(DISTANCE, "distance", "Distance", REAL, 0.35f, 0, 1, "", "variation", "",
     "How far a variation goes from its theme: near 0 the theme is plain to hear, near 1 little more than its harmony is left.")
PORT(BARS, "bars", "Bars", WHOLE, 8, 1, YEOUN_BARS_MAX, "bar", "variation", "4=4 bars|8=8 bars|16=16 bars|32=32 bars",
     "Length of the variation in bars of the metre.")
PORT(FORM, "form", "Form", CHOICE, 0, 0, YEOUN_FORMS - 1, "", "variation", "Auto|Sentence|Period|Gi-seung-jeon-gyeol|Ground",
     "How the phrases follow each other. Sentence: an idea, the idea again, then on to a close. Period: question and answer. Gi-seung-jeon-gyeol: begin, go on, turn, close. Ground: over a bass that repeats.")
PORT(ENDING, "ending", "Ending", SWITCH, 0, 0, 1, "", "variation", "",
     "Close for good at the end instead of leading back to the beginning.")
PORT(ADVANCE, "advance", "Advance", CHOICE, 0, 0, 2, "", "variation", "Hold|Next|Shuffle",
     "What comes each time round: the same variation, the next one, or a different one.")
PORT(APPLY, "apply", "Apply", CHOICE, 2, 0, 3, "", "variation", "Now|Beat|Bar|Phrase",
     "When a change is heard while it plays: at once, or at the next beat, bar or phrase.")
PORT(THEME_TAKE, "theme_take", "Theme take", WHOLE, 0, 0, YEOUN_TAKES - 1, "", "variation", "",
     "Another motif for the same chords.")
PORT(HARMONY_TAKE, "harmony_take", "Harmony take", WHOLE, 0, 0, YEOUN_TAKES - 1, "", "variation", "",
     "Another roll of the harmony.")
#define LANE(ID, name, Name, channel) \
PORT(ID##_TAKE, name "_take", Name " take", WHOLE, 0, 0, YEOUN_TAKES - 1, "", "variation", "", \
     "Another roll of the " name " lane alone; the others stay note for note.")
#include "music/lane_list.h"
#undef LANE

/* Theme */
PORT(CHORDS, "chords", "Chords", WHOLE, 3, 0, YEOUN_CHORD_PORTS, "", "theme", "",
     "How many of the three chords the theme has. With none, the motif alone is the theme, and it is harmonised.")
#define ROOTS "C|C#|D|Eb|E|F|F#|G|Ab|A|Bb|B"
#define CHORD(N, root, type) \
PORT(ROOT_##N, "root_" #N, "Root " #N, CHOICE, root, 0, 11, "", "theme", ROOTS, \
     "Root of chord " #N ".") \
PORT(TYPE_##N, "type_" #N, "Type " #N, CHOICE, type, 0, YEOUN_CHORD_TYPES - 1, "", "theme", "*types", \
     "Type of chord " #N ".") \
PORT(BASS_##N, "bass_" #N, "Bass " #N, CHOICE, 0, 0, 12, "", "theme", "Root|" ROOTS, \
     "Bass of chord " #N ", as after a slash.") \
PORT(BEATS_##N, "beats_" #N, "Beats " #N, REAL, 4, 0.5f, 32, "beat", "theme", "", \
     "How long chord " #N " lasts, against the others.")
CHORD(1, 9, YEOUN_CHORD_MIN)
CHORD(2, 5, YEOUN_CHORD_MAJ)
CHORD(3, 0, YEOUN_CHORD_MAJ)
#undef CHORD
#undef ROOTS
PORT(MOTIF, "motif", "Motif notes", WHOLE, 0, 0, YEOUN_MOTIF_PORTS, "", "theme", "0=Auto",
     "How many notes the motif has. With 0, one is derived from the chords; 1 is taken as 2.")
#define NOTE(N, key) \
PORT(MOTIF_##N, "motif_" #N, "Motif note " #N, WHOLE, key, 36, 96, "midiNote", "theme", "", \
     "Note " #N " of the motif, a MIDI key. 60 is middle C.")
NOTE(1, 64)
NOTE(2, 67)
NOTE(3, 69)
NOTE(4, 72)
NOTE(5, 71)
NOTE(6, 69)
NOTE(7, 67)
NOTE(8, 64)
#undef NOTE
PORT(SOURCE, "source", "Learn keys", SWITCH, 0, 0, 1, "", "theme", "",
     "Let chords (two to eight) or notes that you play on a keyboard become the theme. Whatever was touched, played or written last is the theme.")

/* What departs from the mood */
#define TRIM(ID, name, Name, comment) \
PORT(ID##_TRIM, name "_trim", Name " trim", REAL, 0, -1, 1, "", "mood", "", \
     comment " 0 is as the mood has it.")
TRIM(TEMPO, "tempo", "Tempo", "Slower or faster than the mood has it.")
TRIM(REGISTER, "register", "Register", "A lower or higher melody than the mood has it.")
TRIM(LEVEL, "level", "Level", "Softer or louder playing than the mood has it.")
TRIM(GATE, "gate", "Gate", "More detached or more bound than the mood has it.")
TRIM(LEAP, "leap", "Leap", "Fewer or more leaps than the mood has.")
TRIM(ORNAMENT, "ornament", "Ornament", "Fewer or more grace notes than the mood has.")
TRIM(CHROMATIC, "chromatic", "Chromatic", "Plainer or more coloured harmony than the mood has it.")
TRIM(RUBATO, "rubato", "Rubato", "Stricter or more hesitant than the mood has it.")
TRIM(SYNCOPATION, "syncopation", "Syncopation", "Fewer or more accents off the beat than the mood has.")
TRIM(HUMOUR, "humour", "Humour", "Fewer or more jokes than the mood has.")
#undef TRIM
PORT(KOREAN, "korean", "Korean", REAL, 0, 0, 1, "", "mood", "",
     "How much of the Korean layer is mixed in: modes, ornaments, jangdan.")

/* Sound */
PORT(PALETTE, "palette", "Palette", CHOICE, 0, 0, YEOUN_PALETTES - 1, "", "sound", "Auto|*palettes",
     "Which instruments and textures play together.")
PORT(REMIX, "remix", "Remix", CHOICE, 0, 0, YEOUN_PALETTES - 1, "", "sound", "Off|*palettes",
     "Another palette that plays the same notes: each lane by an instrument of it that has them all.")
PORT(WARMTH, "warmth", "Warmth", REAL, 0, -1, 1, "", "sound", "",
     "From cold, nocturnal and glassy to golden hour.")
#define LANE(ID, name, Name, channel) \
PORT(ID##_INSTRUMENT, name "_instrument", Name " instrument", CHOICE, 0, 0, YEOUN_INSTRUMENTS - 1, "", "sound", "Auto|*instruments", \
     "What plays the " name " lane.")
#include "music/lane_list.h"
#undef LANE
#define LANE(ID, name, Name, channel) \
PORT(ID##_LEVEL, name "_level", Name " level", REAL, 0, -60, 6, "db", "sound", "", \
     "Level of the " name " lane. -60 is silence.")
#include "music/lane_list.h"
#undef LANE
#define LANE(ID, name, Name, channel) \
PORT(ID##_MUTE, name "_mute", Name " mute", SWITCH, 0, 0, 1, "", "sound", "", \
     "Leave out the " name " lane: what sounds of it ends, and nothing of it sounds or is sent as MIDI. Keys that you play are heard.")
#include "music/lane_list.h"
#undef LANE
PORT(AMBIENCE, "ambience", "Ambience", REAL, 0.35f, 0, 1, "", "sound", "",
     "How much of the room is heard around the players. 0 is close and dry.")
PORT(DEPTH, "depth", "Depth", REAL, 0.5f, 0, 1, "", "sound", "",
     "How deep the stage is: from all players in front to the far ones far away.")
PORT(HUMANIZE, "humanize", "Humanize", REAL, 0.5f, 0, 1, "", "sound", "",
     "Small unevenness of timing and level. 0 is exact.")
PORT(EXPRESSION, "expression", "Expression", CHOICE, 0, 0, 2, "", "sound", "Off|CC11|CC1 + CC11",
     "Which MIDI controllers carry the swell within held notes, for the instruments that play the notes.")
PORT(LEVEL, "level", "Level", REAL, 0, -60, 6, "db", "sound", "",
     "Level of everything. -60 is silence.")

/* Time */
PORT(SYNC, "sync", "Sync", CHOICE, 0, 0, 1, "", "time", "Host|Own",
     "Whose time is followed: the transport of the host, or its own, which plays whether the host rolls or stands.")
PORT(TEMPO, "tempo", "Tempo", REAL, 0, 0, 300, "bpm", "time", "0=Auto",
     "The tempo for which it composes, and its own when it does not follow the host. 0 is the tempo of the host, or the one that the mood asks for.")
PORT(METER, "meter", "Metre", CHOICE, 0, 0, 6, "", "time", "Auto|*meters",
     "The metre. Auto is the one of the host, or the one of the mood.")
PORT(AUDITION, "audition", "Audition", SWITCH, 0, 0, 1, "", "time", "",
     "Play the chosen variation, round and round, while the host stands still. While the host rolls it plays along anyway.")

/* What it tells */
PORT(IDENTITY, "identity", "Identity", OUTPUT, 1, 0, 1, "", "", "",
     "How much of the theme is left in the variation that sounds, measured.")
PORT(BAR, "bar", "Bar", OUTPUT, 0, 0, YEOUN_BARS_MAX, "bar", "", "",
     "The bar of the variation that sounds, counted from 1; 0 while there is none.")
PORT(POSITION, "position", "Position", OUTPUT, 0, 0, 1, "", "", "",
     "The place in the variation that sounds.")
PORT(OWN_TEMPO, "own_tempo", "Own tempo", OUTPUT, 72, 20, 300, "bpm", "", "",
     "Quarter notes a minute that the mood asks for.")
PORT(SOUNDING_VARIATION, "sounding_variation", "Sounding variation", OUTPUT, 0, 0, YEOUN_VARIATIONS - 1, "", "", "",
     "The number of the variation that sounds.")
PORT(LATENCY, "latency", "Latency", OUTPUT, 0, 0, 192000, "frame", "", "",
     "Frames by which the sound lags: the look-ahead of the limiter.")

/* Added since */
PORT(PROGRAMS, "programs", "Programs", SWITCH, 0, 0, 1, "", "sound", "",
     "Tell whoever plays the notes the General MIDI program of each lane.")

/* clang-format on */
