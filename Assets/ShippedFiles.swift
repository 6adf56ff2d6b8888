/// The files of this folder that are built into the program, so that it finds them wherever it is
/// copied to. The bytes come from the build; this list gives them names and an order.
public enum ShippedFiles {
  public static let scenarios: [(name: String, bytes: [UInt8])] = [
    ("first-login", PackageResources.first_login_yaml),
    ("victim-first", PackageResources.victim_first_yaml),
    ("attacker-first", PackageResources.attacker_first_yaml),
    ("late-victim", PackageResources.late_victim_yaml),
    ("lost-response", PackageResources.lost_response_yaml),
    ("two-tabs", PackageResources.two_tabs_yaml),
    ("spent-token-weapon", PackageResources.spent_token_weapon_yaml),
    ("administrative-acts", PackageResources.administrative_acts_yaml),
    ("stolen-cookie", PackageResources.stolen_cookie_yaml),
    ("migration", PackageResources.migration_yaml),
    ("crossing-refreshes", PackageResources.crossing_refreshes_yaml),
    ("failed-write", PackageResources.failed_write_yaml),
    ("late-deny-list", PackageResources.late_deny_list_yaml),
    ("introspection-down", PackageResources.introspection_down_yaml),
    ("stolen-key", PackageResources.stolen_key_yaml),
    ("bound-tokens", PackageResources.bound_tokens_yaml),
    ("prepared-proofs", PackageResources.prepared_proofs_yaml),
    ("device-bound-session", PackageResources.device_bound_session_yaml),
    ("two-apis", PackageResources.two_apis_yaml),
    ("insider", PackageResources.insider_yaml),
    ("closing-the-browser", PackageResources.closing_the_browser_yaml),
    ("another-site", PackageResources.another_site_yaml),
    ("token-confusion", PackageResources.token_confusion_yaml),
    ("things-have-changed", PackageResources.things_have_changed_yaml),
    ("extended-by-hand", PackageResources.extended_by_hand_yaml),
    ("crossing-requests", PackageResources.crossing_requests_yaml),
    ("explicit-requests", PackageResources.explicit_requests_yaml),
    ("baseline-week", PackageResources.baseline_week_yaml),
  ]
}
