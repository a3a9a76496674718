import type { PlannedResource } from "../../../cloud/planned-resource.js";
import { list, textMatching } from "../../../shape/build.js";
import type { Member } from "../../../shape/shape.js";
import { resource } from "../resource.js";
import type { VertexFoundationOptions } from "./options.js";

export const aiplatform = "aiplatform.googleapis.com";

const service = textMatching(
	"service-name",
	/^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*\.googleapis\.com$/,
	"is no API of Google; expected one such as compute.googleapis.com",
);

/** Member of a foundation's options. */
export const services: Member = {
	shape: list(service),
	summary:
		"Further APIs to enable. Deployments with a private endpoint need `compute.googleapis.com`, `servicedirectory.googleapis.com` and `dns.googleapis.com`.",
	defaultNote: "those that the other options need",
};

/** What every way to sign in and every deployment needs. */
const always = [
	aiplatform,
	"cloudresourcemanager.googleapis.com",
	"iam.googleapis.com",
	"iamcredentials.googleapis.com",
	"serviceusage.googleapis.com",
	"sts.googleapis.com",
];

const neededBy = {
	audit: "logging.googleapis.com",
	allowedModels: "orgpolicy.googleapis.com",
	perimeter: "accesscontextmanager.googleapis.com",
	quotas: "cloudquotas.googleapis.com",
} as const satisfies Partial<Record<keyof VertexFoundationOptions, string>>;

/** APIs that stay enabled whatever goes: other deployments, and whatever else is in the project, need them. */
export function plannedServices(options: VertexFoundationOptions): PlannedResource[] {
	const needed = Object.entries(neededBy).flatMap(([member, name]) =>
		options[member as keyof typeof neededBy] === undefined ? [] : [name],
	);
	const names = [...new Set([...always, ...needed, ...(options.services ?? [])])];
	return names.map((name) =>
		resource(
			"serviceusage.googleapis.com/Service",
			`service.${name}`,
			{ project: options.projectId, service: name, disableOnDestroy: false, deletionPolicy: "ABANDON" },
			{ name },
		),
	);
}
