#!/usr/bin/env python3
# Copyright 2026 the Yeoun authors
# SPDX-License-Identifier: ISC

"""Reads the files of a library with other people's programs and prints a line a
property: how many were read, by which program, how many are wrong, the worst.
  read_library.py FOLDER [JOBS]
YEOUN_READ=quick reads neither scores nor sessions, YEOUN_READ=sessions no scores.
Exit status 1 when one is wrong. What is not installed is said, and not read."""

import csv
import json
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile

from midi import Midi

# property: program, greatest value that is right (None: each is a fault)
PROPERTIES = {
    "length against the table, s": ("ffprobe", 0.0011),
    "length of MP3 against the table, s": ("ffprobe", 0.06),
    "rate, channels, bits as asked": ("ffprobe", None),
    "length asked against the end's marker, s": ("ffprobe", 0.0011),
    "hits against cue points of waves, s": ("ffprobe", 0.0006),
    "cue points against labels of waves": ("sndfile-info", None),
    "start of waves in the picture, samples": ("ffprobe", 0),
    "start of waves in the picture, ms": ("mediainfo", 0.5),
    "loudness against the table, LU": ("ffmpeg", 0.11),
    "true peak against the table, dB": ("ffmpeg", 0.3),
    "loudness against the target, LU": ("ffmpeg", 0.15),
    "true peak above -1 dBTP, dB": ("ffmpeg", 0.1),
    "bext loudness, LU": ("mediainfo, ffmpeg", 0.11),
    "bext loudness range, LU": ("mediainfo, ffmpeg", 1.0),
    "bext true peak, dB": ("mediainfo, ffmpeg", 0.3),
    "bext momentary maximum, LU": ("mediainfo, ffmpeg", 0.15),
    "bext short-term maximum, LU": ("mediainfo, ffmpeg", 0.25),
    "title and description": ("ffprobe", None),
    "tags of FLAC": ("metaflac", None),
    "tags of Ogg": ("vorbiscomment", None),
    "loops: frames of whole bars": ("ffprobe", 1),
    "loop points of waves": ("sndfile-info", None),
    "loop tags of FLAC": ("metaflac", None),
    "loop tags of Ogg": ("vorbiscomment", None),
    "loop tags": ("mediainfo", None),
    "stems against the mix, dB": ("ffmpeg", -90),
    "MIDI: notes without an end": ("midi.py", None),
    "MIDI: end against the length, s": ("midi.py", 0.0011),
    "MIDI: hits against the tempo map, s": ("midi.py", 0.0011),
    "MIDI: hit to a note that begins, s": ("midi.py", 0.06),
    "mixes and remixes: other notes": ("midi.py", None),
    "spots: length asked against the file, s": ("ffprobe", 0.0011),
    "pictures, scores, sessions well-formed": ("xmllint", None),
    "scores into PDF without complaint": ("musescore", None),
    "scores: notes read otherwise": ("musescore", None),
    "scores: notes read otherwise, LilyPond": ("lilypond", None),
    "sessions: tracks as long as stems, samples": ("ardour", 1),
    "sessions: marks of hits and end, samples": ("ardour", 1),
    "sessions: bars of the tempo map": ("ardour", None),
    "cells of the table": ("csv", None),
    "cells of the table in a spreadsheet": ("gnumeric", None),
}
NEEDS = {"musescore": "mscore3", "lilypond": "musicxml2ly", "ardour": "ardour7-lua",
         "gnumeric": "ssconvert", "csv": "python3", "midi.py": "python3"}
LANES = {"no-melody": {0}, "no-drums": {9}}


def has(program):
    return all(shutil.which(NEEDS.get(p, p)) for p in program.split(", "))


def run(*command, env=None, limit=300):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=limit, env=env)
    return (done.stdout.decode("utf-8", "replace"),
            done.stderr.decode("utf-8", "replace"), done.returncode)


class Record:
    """What was asked of a cue, and its row of the table."""

    def __init__(self, folder, name, row):
        self.name, self.row, self.folder = name, row, folder
        head, _, tail = open(os.path.join(folder, name + ".made"),
                             encoding="utf-8").read().partition("made\n")
        self.asked = dict(line.split(" ", 1) for line in head.splitlines()
                          if " " in line)
        self.hits = [float(line.split()[1]) for line in head.splitlines()
                     if line.startswith("hit ")]
        self.kinds = [int(line.split()[2]) for line in head.splitlines()
                      if line.startswith("hit ")]
        self.length_s = float(re.search(r"^length (.*)$", tail, re.M).group(1))
        self.music_s = float(re.search(r"^music (.*)$", tail, re.M).group(1))
        self.files = [line.split()[1] for line in tail.splitlines()
                      if line.startswith("file ")]
        self.sheet = next(line for line in tail.splitlines()
                          if line.startswith("sheet "))

    def path(self, end):
        return os.path.join(self.folder, self.name + end)

    def sounds(self):
        return [e for e in self.files
                if re.fullmatch(r"\.(wav|flac|ogg|mp3)", e)]


class Findings:
    """What one cue, or the whole, shows: (property, value, what it is about)."""

    def __init__(self):
        self.all = []

    def tell(self, what, value, about=""):
        assert what in PROPERTIES, what
        self.all.append((what, value, about))

    def check(self, what, is_right, about=""):
        self.tell(what, 0 if is_right else 1, about)


def probe(path):
    out, _, _ = run("ffprobe", "-v", "error", "-show_format", "-show_streams",
                    "-show_chapters", "-of", "json", path)
    return json.loads(out or "{}")


def measure(path):
    """Loudness as ffmpeg's ebur128 has it."""
    out, err, _ = run("ffmpeg", "-nostdin", "-nostats", "-i", path, "-af",
                      "ebur128=peak=true:metadata=1,"
                      "ametadata=print:file=-", "-f", "null", "-")
    greatest = {k: max((float(v) for v in re.findall(
        r"lavfi\.r128\.%s=(\S+)" % k, out)), default=-999) for k in "MS"}
    last = err[err.rfind("Summary:"):]
    for key, name in (("I", "I"), ("LRA", "LRA"), ("Peak", "peak")):
        found = re.search(r"\b%s:\s+(-?[\d.]+|-inf)" % key, last)
        greatest[name] = float(found.group(1)) if found else -999
    return greatest


def read_sound(cue, end, f):
    """Length, loudness and what the file says of itself."""
    path, row = cue.path(end), cue.row
    facts = probe(path)
    stream, form = facts["streams"][0], facts["format"]
    length = float(form["duration"])
    kind = "length of MP3 against the table, s" if end == ".mp3" else \
        "length against the table, s"
    f.tell(kind, abs(length - float(row["length_s"])), path)
    is_right = stream["sample_rate"] == cue.asked["rate"] and stream["channels"] == 2
    if end in (".wav", ".flac"):
        is_right &= str(stream.get("bits_per_raw_sample") or
                        stream.get("bits_per_sample")) == "24"
    f.check("rate, channels, bits as asked", is_right, path)
    tags = {k.lower(): v for k, v in {**form.get("tags", {}),
                                      **stream.get("tags", {})}.items()}
    f.check("title and description", tags.get("title") == cue.name and
            row["description"] in tags.get("comment", ""), path)
    if "within" in cue.sheet and end != ".mp3":
        f.tell("spots: length asked against the file, s",
               abs(length - float(row["asked_s"])), path)
    heard = measure(path)
    if end in (".wav", ".flac"):
        f.tell("loudness against the table, LU",
               abs(heard["I"] - float(row["lufs"])), path)
        f.tell("true peak against the table, dB",
               abs(heard["peak"] - float(row["peak_dbtp"])), path)
        target = {"1": -14, "2": -27, "3": -23}.get(cue.asked["target"])
        if target and cue.asked["loudness"] == "0" and heard["peak"] < -1.5:
            f.tell("loudness against the target, LU", abs(heard["I"] - target), path)
        f.tell("true peak above -1 dBTP, dB", max(0, heard["peak"] + 1), path)
    if end == ".wav":
        read_wave(cue, path, facts, heard, f)
    if end == ".flac" and has("metaflac"):
        text, _, _ = run("metaflac", "--export-tags-to=-", path)
        f.check("tags of FLAC", "title=" + cue.name + "\n" in text and
                "comment=" + row["description"] in text, path)
    if end == ".ogg" and has("vorbiscomment"):
        text, _, _ = run("vorbiscomment", "-R", "-l", path)
        f.check("tags of Ogg", "title=" + cue.name + "\n" in text.replace(
            "TITLE", "title") and row["description"] in text, path)


def read_wave(cue, path, facts, heard, f):
    """Broadcast wave: cue points, time reference, loudness."""
    row, rate = cue.row, int(cue.asked["rate"])
    points = [int(c["start"]) / rate if c["time_base"] == "1/%d" % rate
              else float(c["start_time"]) for c in facts["chapters"]]
    for hit in cue.hits:
        f.tell("hits against cue points of waves, s",
               min(abs(hit - p) for p in points), path)
    asked = float(cue.asked["seconds"])
    if asked > 0:
        f.tell("length asked against the end's marker, s",
               min(abs(asked - p) for p in points), path)
    start = float(cue.asked["start"])
    reference = facts["format"]["tags"].get("time_reference", "0")
    f.tell("start of waves in the picture, samples",
           abs(int(reference) - round(start * rate)), path)
    if has("sndfile-info"):
        text, _, _ = run("sndfile-info", path)
        count = re.search(r"cue +: \d+\n +Count : (\d+)", text)
        f.check("cue points against labels of waves",
                count and int(count.group(1)) == len(points) and
                "labl : 1 : phrase, bar 1" in text, path)
    if not has("mediainfo"):
        return
    text, _, _ = run("mediainfo", "--Inform=Audio;%LoudnessValue%|%LoudnessRange%|"
                     "%MaxTruePeakLevel%|%MaxMomentaryLoudness%|"
                     "%MaxShortTermLoudness%|%Delay%", path)
    read = [float(x) if re.fullmatch(r"-?[\d.]+", x) else -999
            for x in text.strip().split("|")]
    f.tell("start of waves in the picture, ms",
           abs(max(0, read[5]) - 1000 * start), path)
    for what, mine, theirs in (
            ("bext loudness, LU", 0, "I"), ("bext loudness range, LU", 1, "LRA"),
            ("bext true peak, dB", 2, "peak"),
            ("bext momentary maximum, LU", 3, "M"),
            ("bext short-term maximum, LU", 4, "S")):
        # A range of a few windows of three seconds is none.
        if theirs == "LRA" and cue.length_s < 10:
            continue
        f.tell(what, abs(read[mine] - heard[theirs]), path)


def read_loop(cue, f):
    """As long as its bars, and says where it goes round."""
    end = next((e for e in cue.files if e.startswith(".loop.")), None)
    if not end:
        return
    path = cue.path(end)
    stream = probe(path)["streams"][0]
    rate = int(cue.asked["rate"])
    frames = int(stream["duration_ts"])
    f.tell("loops: frames of whole bars",
           abs(frames - cue.music_s * rate), path)
    if end == ".loop.wav" and has("sndfile-info"):
        text, _, _ = run("sndfile-info", path)
        f.check("loop points of waves", re.search(
            r"Start : +0 +End : +%d " % (frames - 1), text), path)
    if end == ".loop.flac" and has("metaflac"):
        text, _, _ = run("metaflac", "--export-tags-to=-", path)
        f.check("loop tags of FLAC", "LOOPSTART=0\n" in text and
                "LOOPLENGTH=%d\n" % frames in text, path)
    if end == ".loop.ogg" and has("vorbiscomment"):
        text, _, _ = run("vorbiscomment", "-R", "-l", path)
        f.check("loop tags of Ogg", "LOOPSTART=0\n" in text and
                "LOOPLENGTH=%d\n" % frames in text, path)
    if end != ".loop.wav" and has("mediainfo"):
        text = re.sub(r" *: ", "=", run("mediainfo", "--Full", path)[0])
        f.check("loop tags", "LOOPSTART=0\n" in text and
                "LOOPLENGTH=%d\n" % frames in text, path)


def read_stems(cue, f):
    """What is left of the mix when the stems are taken from it."""
    stems = [e for e in cue.files if re.fullmatch(
        r"\.(melody|counter|chords|bass|pad|drums|ambience)\.\w+", e)]
    if not stems:
        return
    files = [cue.path(e) for e in [".wav" if ".wav" in cue.files else ".flac"] + stems]
    inputs = [x for path in files for x in ("-i", path)]
    others = "".join("[%d]" % i for i in range(1, len(files)))
    _, err, _ = run("ffmpeg", "-nostdin", "-nostats", *inputs, "-filter_complex",
                    "[0]volume=volume=-1:precision=double[m];[m]%s"
                    "amix=inputs=%d:normalize=0,astats" % (others, len(files)),
                    "-f", "null", "-")
    peaks = re.findall(r"Peak level dB: (\S+)", err)
    f.tell("stems against the mix, dB", max(
        -200 if p == "-inf" else float(p) for p in peaks) if peaks else 0, cue.name)


def read_midi(cue, f):
    """Tempo map, hits and notes."""
    if ".mid" not in cue.files:
        return
    path = cue.path(".mid")
    midi = Midi(path)
    f.tell("MIDI: notes without an end", midi.open, path)
    times = [s for s, _ in midi.markers]
    f.tell("MIDI: end against the length, s",
           min(abs(s - cue.music_s) for s in times), path)
    for hit in cue.hits:
        f.tell("MIDI: hits against the tempo map, s",
               min(abs(s - hit) for s in times), path)
        f.tell("MIDI: hit to a note that begins, s", min(
            abs(midi.seconds(t) - hit) for t, _, _ in midi.notes), path)


def near(notes, note, ticks):
    return any(n[1:] == note[1:] and abs(n[0] - note[0]) <= ticks for n in notes)


def read_mix(cue, base, f):
    """The same notes as those of the cue that it is a mix of."""
    end = cue.name[len(base.name) + 1:]
    one, two = Midi(base.path(".mid")).notes, Midi(cue.path(".mid")).notes
    if end == "stinger":
        return
    gone = LANES.get(end, set())
    if end == "sparse":
        # With fewer players each is early or late otherwise: a 32nd note.
        wrong = sum(not near(one, n, 240) for n in two) + (len(two) >= len(one))
    else:
        one = [n for n in one if n[1] not in gone]
        wrong = abs(len(one) - len(two)) + sum(not near(two, n, 1) for n in one)
    f.tell("mixes and remixes: other notes", wrong, cue.path(".mid"))


def differing(sent, read):
    return sum(abs(sent.get(k, 0) - read.get(k, 0)) for k in set(sent) | set(read))


def read_scores(cue, is_sixth, f):
    """MuseScore converts them; it and LilyPond say in MIDI what they read, the
    latter, which takes seconds, of one in six."""
    with tempfile.TemporaryDirectory() as work:
        env = {**os.environ, "HOME": work, "XDG_RUNTIME_DIR": work,
               "QT_QPA_PLATFORM": "offscreen"}
        sent = Midi(cue.path(".mid")).keys()
        jobs = [{"in": cue.path(".%s.musicxml" % part),
                 "out": [os.path.join(work, part + e) for e in (".pdf", ".mid")]}
                for part in ("lead", "score")]
        if has("musescore"):
            job = os.path.join(work, "job.json")
            json.dump(jobs, open(job, "w"))
            out, err, status = run("mscore3", "-j", job, env=env)
            rest = [l for l in (out + err).splitlines() if l.strip() and not
                    re.match(r"^(convert <|\s*to <|\.\.\. success!)", l)]
            for part in ("lead", "score"):
                pdf = os.path.join(work, part + ".pdf")
                f.check("scores into PDF without complaint", not rest and
                        status == 0 and os.path.exists(pdf) and
                        open(pdf, "rb").read(5) == b"%PDF-",
                        cue.name + " " + " ".join(rest)[:200])
            path = os.path.join(work, "score.mid")
            f.tell("scores: notes read otherwise", differing(
                sent, Midi(path).keys()) if os.path.exists(path) else 999, cue.name)
        if has("lilypond") and is_sixth:
            read_lilypond(cue, work, sent, f)


def read_lilypond(cue, work, sent, f):
    """LilyPond's reader knows no unpitched notes, and would play chord symbols."""
    xml, ly = os.path.join(work, "read.xml"), os.path.join(work, "read.ly")
    text = open(cue.path(".score.musicxml"), encoding="utf-8").read()
    open(xml, "w", encoding="utf-8").write(
        re.sub(r"<unpitched>.*?</unpitched>", "<rest/>", text, flags=re.S))
    run("musicxml2ly", "-m", "-o", ly, xml)
    text = open(ly, encoding="utf-8").read() if os.path.exists(ly) else ""
    text = "\n".join(l for l in text.splitlines() if "ChordNames" not in l)
    open(ly, "w", encoding="utf-8").write(
        re.sub(r"midi {.tempo.*", "midi {}", text))
    run("lilypond", "-dno-print-pages", "-dbackend=null", "-dmidi-extension=mid",
        "-o", os.path.join(work, "ly"), ly, limit=600)
    path = os.path.join(work, "ly.mid")
    f.tell("scores: notes read otherwise, LilyPond", differing(
        sent, Midi(path).keys()) if os.path.exists(path) else 999, cue.name)


def read_session(cue, f):
    """Ardour loads it: each track as long as its stem, each hit at its sample.
    It breaks off by itself now and then."""
    rate = int(cue.asked["rate"])
    length = round(cue.length_s * rate)
    here = os.path.dirname(os.path.abspath(__file__))
    text = ""
    for _ in range(8):
        with tempfile.TemporaryDirectory() as home:
            env = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home,
                   "XDG_CACHE_HOME": home, "YEOUN_SESSION": cue.folder,
                   "YEOUN_CUE": cue.name}
            try:
                text, _, _ = run("ardour7-lua", os.path.join(here, "ardour_cue.lua"),
                                 env=env, limit=60)
            except subprocess.TimeoutExpired:
                continue
        if "mark " in text:
            break
    tracks = [int(n) for n in re.findall(r"^track \S+ (\d+)$", text, re.M)]
    f.tell("sessions: tracks as long as stems, samples", max(
        abs(t - length) for t in tracks) if len(tracks) == 7 else rate, cue.name)
    marks = [(int(at), name) for name, at in re.findall(
        r"^mark (.*) at (\d+), ", text, re.M)]
    for s in cue.hits + [cue.music_s]:
        f.tell("sessions: marks of hits and end, samples", min(
            (abs(at - s * rate) for at, _ in marks), default=rate), cue.name)
    for bar, place in re.findall(
            r"^mark phrase, bar (\d+) at .*, (\S+)$", text, re.M):
        f.check("sessions: bars of the tempo map",
                re.match(r"%s\|0*1\|0*$" % bar, re.sub(r"^0+", "", place)),
                "%s: bar %s at %s" % (cue.name, bar, place))


def read_cue(task):
    cue, base, depth, is_sixth = task
    f = Findings()
    for end in cue.sounds():
        read_sound(cue, end, f)
    read_loop(cue, f)
    read_stems(cue, f)
    read_midi(cue, f)
    if base:
        read_mix(cue, base, f)
    marked = [e for e in cue.files if re.search(r"\.(svg|musicxml|ardour)$", e)]
    if marked and has("xmllint"):
        for end in marked:
            f.check("pictures, scores, sessions well-formed", run(
                "xmllint", "--noout", "--nonet", cue.path(end))[2] == 0,
                cue.path(end))
    if depth == "all" and ".score.musicxml" in cue.files:
        read_scores(cue, is_sixth, f)
    if depth != "quick" and ".ardour" in cue.files and has("ardour"):
        read_session(cue, f)
    print(".", end="", file=sys.stderr, flush=True)
    return f.all


def read_table(folder, rows, f):
    """As Python's reader of CSV has it, and a spreadsheet."""
    for row in rows:
        for key, value in row.items():
            f.check("cells of the table",
                    not value or value[0] not in "=+@\t" and "\ufffd" not in value,
                    row["name"] + " " + key)
    if not has("gnumeric"):
        return
    with tempfile.TemporaryDirectory() as work:
        out = os.path.join(work, "read.csv")
        run("ssconvert", os.path.join(folder, "library.csv"), out,
            env={**os.environ, "HOME": work})
        read = list(csv.DictReader(open(out, encoding="utf-8-sig", newline="")))
    f.check("cells of the table in a spreadsheet", len(read) == len(rows), "rows")
    for mine, theirs in zip(rows, read):
        for key, value in mine.items():
            other = theirs.get(key, "")
            # The mark that keeps it from being computed may be taken as one.
            is_same = other in (value, value[1:] if value[:1] == "'" else value)
            if not is_same and re.fullmatch(r"-?[\d.]+", value):
                is_same = re.fullmatch(r"-?[\d.]+", other) and \
                    float(other) == float(value)
            f.check("cells of the table in a spreadsheet", is_same,
                    "%s %s: %s is %s" % (mine["name"], key, value, other))


def name_of(row):
    """Without the mark that keeps a spreadsheet from computing it."""
    name = row["name"]
    return name[1:] if name[:1] == "'" else name


def base_of(cue, cues):
    for end in ("no-melody", "no-drums", "sparse", "stinger"):
        if cue.name.endswith("-" + end):
            return cues.get(cue.name[:-len(end) - 1])
    if cue.asked.get("remix", "0") == "0" and "remix=0" not in cue.sheet:
        for name, other in cues.items():
            if cue.name.startswith(name + "-") and "; remix: " in \
                    cue.row["description"]:
                return other
    return None


def print_table(found):
    status = 0
    print("%-46s %5s %5s  %-18s %s" % ("property", "read", "wrong", "program",
                                       "worst"))
    for what, (program, limit) in PROPERTIES.items():
        values = [(v, about) for name, v, about in found if name == what]
        if not values:
            print("%-46s     -     -  %-18s %s" % (what, program, "" if has(
                program) else "not installed"))
            continue
        worst, about = max(values, key=lambda x: x[0])
        wrong = sum(v > (limit or 0) for v, _ in values)
        status = status or wrong > 0
        print("%-46s %5d %5d  %-18s %.4g%s" % (
            what, len(values), wrong, program, worst,
            "  " + about if wrong else ""))
    return int(status)


def main():
    folder = os.path.abspath(sys.argv[1])
    jobs = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    depth = os.environ.get("YEOUN_READ", "all")
    rows = list(csv.DictReader(open(os.path.join(folder, "library.csv"),
                                    encoding="utf-8-sig", newline="")))
    cues = {name_of(row): Record(folder, name_of(row), row) for row in rows}
    f = Findings()
    read_table(folder, rows, f)
    tasks = [(cue, base_of(cue, cues), depth, i % 6 == 0)
             for i, cue in enumerate(cues.values())]
    with multiprocessing.Pool(jobs) as pool:
        for found in pool.imap_unordered(read_cue, tasks):
            f.all += found
    print(file=sys.stderr)
    print("%d cues of %s" % (len(cues), folder))
    return print_table(f.all)


if __name__ == "__main__":
    sys.exit(main())
