-- Copyright 2026 the Yeoun authors
-- SPDX-License-Identifier: ISC

-- Load the session of a cue in Ardour's Lua interpreter without a window, and
-- tell what is in it: tracks with their regions, marks in samples and bars.

AudioEngine:set_backend("None (Dummy)", "", "")
local session = load_session(os.getenv("YEOUN_SESSION"), os.getenv("YEOUN_CUE"))
assert(session, "no session")
for route in session:get_routes():iter() do
  local track = route:to_track()
  if not track:isnil() then
    for region in track:playlist():region_list():iter() do
      print("track " .. route:name() .. " " .. region:length():samples())
    end
  end
end
local map = Temporal.TempoMap.read()
for place in session:locations():list():iter() do
  local at = place:start()
  print(string.format("mark %s at %d, %.1f bpm, %s", place:name(),
    at:samples(), map:quarters_per_minute_at(at), map:bbt_at(at):str()))
end
