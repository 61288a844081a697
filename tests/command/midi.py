# Copyright 2026 the Yeoun authors
# SPDX-License-Identifier: ISC

"""A MIDI file: its notes and markers, in ticks and in seconds."""

import struct


class Midi:
    """notes: (tick, channel, key), as they begin; markers: (seconds, text)."""

    def __init__(self, path):
        data = open(path, "rb").read()
        tracks, self.division = struct.unpack(">HH", data[10:14])
        self.notes, self.open, marks, tempos = [], 0, [], [(0, 500000)]
        at = 14
        for _ in range(tracks):
            size = struct.unpack(">I", data[at + 4:at + 8])[0]
            self._track(data[at + 8:at + 8 + size], marks, tempos)
            at += 8 + size
        self.notes.sort()
        self.tempos = sorted(tempos, key=lambda t: t[0])  # of equals the last holds
        self.markers = [(self.seconds(t), text) for t, text in sorted(marks)]

    def _track(self, data, marks, tempos):
        at, tick, status = 0, 0, 0
        sounding = {}

        def number():
            nonlocal at
            value = 0
            while True:
                value = value << 7 | data[at] & 127
                at += 1
                if not data[at - 1] & 128:
                    return value

        while at < len(data):
            tick += number()
            if data[at] & 128:
                status = data[at]
                at += 1
            kind, channel = status & 0xF0, status & 15
            if status == 0xFF:
                what = data[at]
                at += 1
                size = number()
                text = data[at:at + size]
                if what == 0x51:
                    tempos.append((tick, int.from_bytes(text, "big")))
                elif what == 6:
                    marks.append((tick, text.decode("utf-8", "replace")))
                at += size
            elif status in (0xF0, 0xF7):
                at += number()
            else:
                one = data[at]
                two = data[at + 1] if kind not in (0xC0, 0xD0) else 0
                at += 1 if kind in (0xC0, 0xD0) else 2
                if kind == 0x90 and two:
                    self.notes.append((tick, channel, one))
                    sounding[channel, one] = sounding.get((channel, one), 0) + 1
                elif kind in (0x80, 0x90):
                    sounding[channel, one] = sounding.get((channel, one), 0) - 1
        self.open += sum(abs(n) for n in sounding.values())

    def seconds(self, tick):
        """When a tick is."""
        all_s, last, micro = 0.0, 0, 500000
        for at, tempo in self.tempos:
            if at >= tick:
                break
            all_s += (at - last) * micro * 1e-6 / self.division
            last, micro = at, tempo
        return all_s + (tick - last) * micro * 1e-6 / self.division

    def keys(self, drums=False):
        """How many notes of each key, drums apart."""
        count = {}
        for _, channel, key in self.notes:
            if (channel == 9) == drums:
                count[key] = count.get(key, 0) + 1
        return count
