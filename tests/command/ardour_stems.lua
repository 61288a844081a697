-- Copyright 2026 the Yeoun authors
-- SPDX-License-Identifier: ISC

-- A bus for each pair of Yeoun Stems, as a composer would patch them, and a
-- snapshot of the session for each bus in which it alone is heard.

local lanes = { "melody", "counter", "chords", "bass", "pad", "drums", "room" }

-- Mute or not, and wait until it is so: controls are set while audio runs.
local function mute(bus, value)
  bus:mute_control():set_value(value, PBD.GroupControlDisposition.NoGroup)
  for _ = 1, 1000 do
    if bus:mute_control():get_value() == value then
      return
    end
    ARDOUR.LuaAPI.usleep(10000)
  end
  error("not muted: " .. bus:name())
end

-- Lead two outputs of the track, counted from 0, to a bus and nowhere else.
local function lead(session, track, first, bus)
  local master = session:master_out():input()
  for side = 0, 1 do
    local out = track:output():audio(first + side)
    for i = 0, 1 do
      if out:connected_to(master:audio(i):name()) then
        out:disconnect(master:audio(i):name())
      end
    end
    assert(out:connect(bus:input():audio(side):name()) == 0, "not connected")
  end
end

return function(session, track, await_master)
  assert(track:output():n_ports():n_audio() == 2 * #lanes, "not all outputs")
  -- Between fourteen inputs and outputs Ardour would pan, and mix the pairs.
  track:panner_shell():set_bypassed(true)
  local buses = {}
  for i, lane in ipairs(lanes) do
    local routes = session:new_audio_route(
      2, 2, nil, 1, lane, ARDOUR.PresentationInfo.Flag.AudioBus,
      ARDOUR.PresentationInfo.max_order)
    for bus in routes:iter() do
      await_master(bus)
      lead(session, track, 2 * (i - 1), bus)
      buses[i] = bus
    end
  end
  session:save_state("")
  for i, lane in ipairs(lanes) do
    for other, bus in ipairs(buses) do
      mute(bus, other == i and 0 or 1)
    end
    session:save_state(lane)
  end
  print("stems " .. table.concat(lanes, " "))
end
