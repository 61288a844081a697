-- Copyright 2026 the Yeoun authors
-- SPDX-License-Identifier: ISC

-- Play Yeoun Notes in Ardour under a JACK server: straight, then located, for
-- tests/command/ardour_play.

local folder = os.getenv("YEOUN_SESSION")
local ui = ARDOUR.TransportRequestSource.TRS_UI
local function wait(seconds)
  ARDOUR.LuaAPI.usleep(math.floor(seconds * 1e6))
end

AudioEngine:set_backend("JACK", "", "")
local session = create_session(folder, "yeoun", 48000)
assert(session, "no session")
local midi = ARDOUR.ChanCount(ARDOUR.DataType("midi"), 1)
local info = ARDOUR.LuaAPI.new_plugin_info("urn:yeoun:notes", ARDOUR.PluginType.LV2)
assert(not info:isnil(), "plugin not found")
local tracks = session:new_midi_track(midi, midi, false, info, nil, nil, 1, "Yeoun",
  ARDOUR.PresentationInfo.max_order, ARDOUR.TrackMode.Normal, true)
for track in tracks:iter() do
  assert(track:output():midi(0):connect("midi-monitor:input") == 0, "not connected")
end
wait(0.5)

local function locate(seconds, disposition)
  session:request_locate(math.floor(seconds * 48000), false, disposition, ui)
end

locate(0, ARDOUR.LocateTransportDisposition.MustStop)
wait(0.3)
session:request_roll(ui)
wait(8)
print("straight", session:transport_sample())
for i = 0, 47 do
  locate((i * 37 % 160) * 0.1, ARDOUR.LocateTransportDisposition.MustRoll)
  wait(0.35)
end
-- Around bars 3 and 4, at 120 bpm.
for _ = 1, 6 do
  locate(4, ARDOUR.LocateTransportDisposition.MustRoll)
  wait(4)
end
session:request_stop(false, false, ui)
wait(0.5)
print("stopped", session:transport_sample())
close_session()
quit()
