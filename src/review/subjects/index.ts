import type { Subject } from "../subject.js";
import { claudeCode } from "./claude-code.js";
import { connectors } from "./connectors.js";
import { contentClaim } from "./content-claim.js";
import { delivery } from "./delivery.js";
import { deployments } from "./deployments.js";
import { detections } from "./detections.js";
import { files } from "./files.js";
import { firewall } from "./firewall.js";
import { groups } from "./groups.js";
import { hosts } from "./hosts.js";
import { models } from "./models.js";
import { observability } from "./observability.js";
import { permissions } from "./permissions.js";
import { principals } from "./principals.js";
import { publication } from "./publication.js";
import { resources } from "./resources.js";
import { sandbox } from "./sandbox.js";
import { settings } from "./settings.js";
import { storeAccess } from "./store-access.js";

/** Everything that a review compares, by a word for it. */
export const subjects = {
	deployments,
	groups,
	settings,
	connectors,
	claudeCode,
	hosts,
	sandbox,
	contentClaim,
	observability,
	detections,
	models,
	principals,
	permissions,
	resources,
	firewall,
	delivery,
	publication,
	storeAccess,
	files,
} satisfies Readonly<Record<string, Subject>>;
