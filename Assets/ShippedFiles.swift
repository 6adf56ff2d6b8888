/// The files of this folder that are built into the program, so that it finds them wherever it is
/// copied to. The bytes come from the build; this list gives them names and an order.
public enum ShippedFiles {
  public static let scenarios: [(name: String, bytes: [UInt8])] = [
    ("first-login", PackageResources.first_login_yaml),
    ("victim-first", PackageResources.victim_first_yaml),
    ("attacker-first", PackageResources.attacker_first_yaml),
    ("lost-response", PackageResources.lost_response_yaml),
  ]
}
