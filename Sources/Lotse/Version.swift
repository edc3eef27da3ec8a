/// The version of Lotse, as `lotse --version`, `/v1/status` and every manifest say it.
public let lotseVersion = "0.1.0"
