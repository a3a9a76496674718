import { type FleetVersions, oldestKnownVersion } from "../version.js";
import type { ParsedDeployment } from "./deployment.js";

/** The versions of Claude Desktop that a deployment has to serve. */
export function fleetOf({ app }: ParsedDeployment): FleetVersions {
	return { oldest: app.minimumVersion ?? oldestKnownVersion, newest: app.maximumVersion };
}
