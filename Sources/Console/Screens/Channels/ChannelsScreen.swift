import Desk
import Moderation

/// The register of channels as the policy has it, with what waits on each and who last saw to it. It only reads.
struct ChannelsScreen: SideScreen {
  var figures: [ChannelFigures]?
  var cursor = 0
  /// First row of the list that is shown.
  var first = 0
  /// First line of the detail that is shown.
  var top = 0

  var hints: [Action] { [.down, .up, .textDown, .exportView, .refresh, .queue, .palette, .help, .quit] }

  mutating func open(_ room: ScreenRoom) -> [Command] {
    top = 0
    return [.side(.channels)]
  }

  func rows(_ room: ScreenRoom) -> [ChannelStanding] {
    ChannelStanding.all(room.surroundings.policy, figures ?? [])
  }

  func current(_ room: ScreenRoom) -> ChannelStanding? {
    let rows = rows(room)
    return rows.indices.contains(cursor) ? rows[cursor] : nil
  }

  mutating func perform(_ instruction: Instruction, _ room: ScreenRoom) -> ScreenOutcome {
    let page = max(1, room.layout.list.inside.rows - 1)
    switch instruction.action {
    case .down: move(by: 1)
    case .up: move(by: -1)
    case .pageDown: move(by: page)
    case .pageUp: move(by: -page)
    case .first: move(by: -cursor)
    case .last: move(by: rows(room).count)
    case .textDown: top += max(1, room.layout.detail.inside.rows / 2)
    case .textUp: top -= max(1, room.layout.detail.inside.rows / 2)
    case .refresh: return .ask(open(room))
    case .exportView:
      let table = ChannelsView.table(self, room)
      return .ask([.side(.export(name: "channels-\(CivilDate(room.surroundings.localTime(room.now))).csv", table))])
    default:
      return .say(.problem("The register is the policy's: change the file and adopt it. docket policy check reads it."))
    }
    return .ask(fit(room))
  }

  mutating func fit(_ room: ScreenRoom) -> [Command] {
    let count = rows(room).count
    cursor = min(max(0, cursor), max(0, count - 1))
    let height = max(1, room.layout.list.inside.rows)
    if cursor < first { first = cursor }
    if cursor >= first + height { first = cursor - height + 1 }
    first = max(0, min(first, count - height))
    top = max(0, min(top, ChannelsView.detail(self, room).count - room.layout.detail.inside.rows))
    return []
  }

  private mutating func move(by distance: Int) {
    cursor += distance
    top = 0
  }
}
