// swift-tools-version: 6.1
import PackageDescription

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "docket",
  products: [.executable(name: "docket", targets: ["docket"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(
      name: "CTerminal", dependencies: ["CNcurses"],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Moderation"),
    .target(name: "TOMLSource", dependencies: [toml]),
    .target(
      name: "Policy", dependencies: ["Moderation", "Casework", "TOMLSource", toml, crypto],
      resources: [
        .embedInCode("default.toml"), .embedInCode("bc.toml"), .embedInCode("nsw.toml"), .embedInCode("uk.toml"),
      ]),
    .systemLibrary(name: "CCompression", providers: [.apt(["zlib1g-dev", "libzstd-dev"])]),
    .target(name: "Feeds", dependencies: ["CCompression", "Moderation", crypto]),
    .target(name: "Classifier", dependencies: ["Moderation"], resources: [.copy("Lexicons"), .copy("Weights")]),
    .target(
      name: "Casework", dependencies: ["Moderation", crypto],
      resources: [.embedInCode("Holidays/holidays.csv"), .embedInCode("Cases/grounds.tsv")]),
    .target(name: "Desk", dependencies: ["Moderation", "Casework", grdb, sqlite, crypto]),
    .target(name: "Intake", dependencies: ["Moderation", "Feeds", "Classifier", "Desk"]),
    .target(name: "Publishing", dependencies: ["Moderation", "Casework", "Desk", crypto]),
    .target(
      name: "Themes", path: "Themes",
      resources: [
        .embedInCode("dark.toml"), .embedInCode("light.toml"), .embedInCode("high-contrast.toml"),
        .embedInCode("high-contrast-light.toml"), .embedInCode("colour-blind.toml"), .embedInCode("ansi.toml"),
        .embedInCode("mono.toml"),
      ]),
    .target(name: "Terminal", dependencies: ["CTerminal", "Themes", "TOMLSource", toml]),
    .target(name: "Console", dependencies: ["Moderation", "Casework", "Desk", "Terminal"]),
    .executableTarget(
      name: "docket",
      dependencies: [
        "Moderation", "Policy", "Casework", "Feeds", "Classifier", "Desk", "Intake", "Publishing", "Console", arguments,
      ]),
    .executableTarget(
      name: "docket-train", dependencies: ["Moderation", "Classifier", "Policy", "Desk", "CCompression", arguments],
      resources: [.copy("Comments")]),
    .executableTarget(
      name: "Benchmarks", dependencies: ["Moderation", "Feeds", "Classifier", "Desk", "Intake"],
      path: "Tests/Benchmarks", resources: [.embedInCode("peers.py")]),
    .testTarget(name: "ModerationTests", dependencies: ["Moderation"]),
    .testTarget(name: "PolicyTests", dependencies: ["Policy", "Moderation"]),
    .testTarget(
      name: "CaseworkTests", dependencies: ["Casework", "Moderation"],
      resources: [.embedInCode("Vectors/due-dates.tsv")]),
    .testTarget(name: "FeedsTests", dependencies: ["CCompression", "Feeds", "Moderation"]),
    .testTarget(name: "ClassifierTests", dependencies: ["Classifier", "Moderation"], exclude: ["Pairs"]),
    .testTarget(
      name: "DeskTests", dependencies: ["Desk", "Moderation", grdb], resources: [.copy("Fixtures")]),
    .testTarget(name: "IntakeTests", dependencies: ["Intake", "Desk", "Moderation"]),
    .testTarget(name: "PublishingTests", dependencies: ["Publishing", "Casework", "Desk", "Moderation"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
    .testTarget(name: "ConsoleTests", dependencies: ["Console", "Terminal", "Moderation", "Desk", "Casework"]),
    .testTarget(
      name: "DocketTrainTests", dependencies: ["docket-train", "Classifier", "Desk", "Policy", "Moderation"]),
    .testTarget(name: "EndToEndTests", dependencies: ["docket", "Desk", "Moderation"]),
  ],
  swiftLanguageModes: [.v6]
)
