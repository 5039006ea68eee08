import CTerminal

extension MouseEvent {
  init?(_ mouse: ct_mouse) {
    let action: Action
    switch mouse.action {
    case ct_mouse_press: action = .press
    case ct_mouse_double: action = .doublePress
    case ct_mouse_wheel_up: action = .wheelUp
    case ct_mouse_wheel_down: action = .wheelDown
    default: return nil
    }
    self.init(action, row: Int(mouse.row), column: Int(mouse.column))
  }
}

extension Key {
  /// What curses read; nil for nothing and for keys without a name here.
  init?(_ input: ct_input) {
    switch input.kind {
    case ct_input_character:
      guard let key = Key(typed: input.value) else { return nil }
      self = key
    case ct_input_key:
      guard let key = Key(input.key, number: input.value) else { return nil }
      self = key
    default: return nil
    }
  }

  /// A scalar as a terminal sends it for a key press.
  init?(typed value: UInt32) {
    switch value {
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x08, 0x7F: self = .backspace
    case 0x00: self = .control(" ")
    // ^A is 1, ^Z 26; ^\ ^] ^^ ^_ follow.
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(UInt8(0x60 + value))))
    case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(UInt8(0x40 + value))))
    case 0x80..<0xA0: return nil
    default:
      guard let scalar = Unicode.Scalar(value) else { return nil }
      self = .character(Character(scalar))
    }
  }

  private init?(_ name: ct_key_name, number: UInt32) {
    switch name {
    case ct_key_enter: self = .enter
    case ct_key_back_tab: self = .backTab
    case ct_key_backspace: self = .backspace
    case ct_key_delete: self = .delete
    case ct_key_up: self = .up
    case ct_key_down: self = .down
    case ct_key_left: self = .left
    case ct_key_right: self = .right
    case ct_key_home: self = .home
    case ct_key_end: self = .end
    case ct_key_page_up: self = .pageUp
    case ct_key_page_down: self = .pageDown
    case ct_key_function: self = .function(Int(number))
    default: return nil
    }
  }
}
