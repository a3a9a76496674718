import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedResource } from "../../../cloud/planned-resource.js";
import { isInternal, networksShape } from "../../../network.js";
import { error, type Problem, warning } from "../../../problem.js";
import { list, object, textMatching, words } from "../../../shape/build.js";
import type { Member } from "../../../shape/shape.js";
import type { PlanPart } from "../../join-plans.js";
import type { PerimeterConfig } from "../properties.js";
import { resource } from "../resource.js";
import type { PerimeterOptions, VertexFoundationOptions } from "./options.js";
import { aiplatform } from "./services.js";

const accessPolicy = textMatching(
	"access-policy",
	/^accessPolicies\/\d+$/,
	"is no name of an access policy; expected accessPolicies/<number>",
);
const accessLevel = textMatching(
	"access-level",
	/^accessPolicies\/\d+\/accessLevels\/[a-zA-Z][a-zA-Z0-9_]*$/,
	"is no name of an access level; expected accessPolicies/<number>/accessLevels/<name>",
);
const perimeterName = textMatching(
	"perimeter",
	/^accessPolicies\/\d+\/servicePerimeters\/[a-zA-Z][a-zA-Z0-9_]*$/,
	"is no name of a perimeter; expected accessPolicies/<number>/servicePerimeters/<name>",
);

/** Member of a foundation's options. */
export const perimeter: Member = {
	shape: object(
		{
			accessPolicy: {
				shape: accessPolicy,
				summary: "The organisation's access policy, or one that is scoped to the project.",
				required: true,
			},
			networks: {
				shape: networksShape,
				summary: "Public networks that devices come from: an access level is made of them.",
				defaultNote: "none is made",
			},
			accessLevels: {
				shape: list(accessLevel, { minItems: 1 }),
				summary: "Access levels that exist, such as one of managed devices, any of which lets a call in.",
				defaultNote: "none",
			},
			existing: {
				shape: perimeterName,
				summary:
					"A perimeter that exists: the project is added to it, and nothing else of it changes. Whoever looks after it must not set its list of projects, or takes this one out again. A project is in one perimeter at most.",
				defaultNote: "one is created",
			},
			mode: {
				shape: words(["dryRun", "enforced"]),
				summary:
					"`dryRun` records what the perimeter would refuse and refuses nothing; look at those records before it is `enforced`. Whether Google holds calls at `global` against a perimeter is not documented.",
				default: "dryRun",
			},
		},
		{
			name: "PerimeterOptions",
			summary:
				"A perimeter of VPC Service Controls around Vertex AI in the project. https://cloud.google.com/vpc-service-controls/docs/dry-run-mode",
		},
	),
	summary: "Perimeter around Vertex AI in the project, in dry run unless told otherwise. Needs `projectNumber`.",
	defaultNote: "none",
};

/** Around the project, or the project in one that exists. */
export function planPerimeter(options: VertexFoundationOptions, after: readonly string[]): PlanPart {
	const { perimeter: asked, projectId, projectNumber } = options;
	if (!asked || projectNumber === undefined) return {};
	const project = `projects/${projectNumber}`;
	if (asked.existing !== undefined) return { resources: [added(asked.existing, project, asked, after)] };
	const levels = asked.networks ? [level(options, asked, asked.networks, after)] : [];
	const word = `cowork_${projectId.replace(/[^a-z0-9]/g, "_")}`;
	const name = `${asked.accessPolicy}/servicePerimeters/${word}`;
	const config: PerimeterConfig = {
		resources: [project],
		restrictedServices: [aiplatform],
		accessLevels: [...levels.map((each) => outputOf(each, "name")), ...(asked.accessLevels ?? [])],
	};
	const held =
		asked.mode === "enforced"
			? { useExplicitDryRunSpec: false, status: config }
			: { useExplicitDryRunSpec: true, spec: config };
	const created = resource(
		"accesscontextmanager.googleapis.com/ServicePerimeter",
		"perimeter",
		{ parent: asked.accessPolicy, name, title: `Claude Cowork ${projectId}`, ...held },
		{ name, account: "organization", after },
	);
	return { resources: [...levels, created] };
}

function level(
	{ projectId }: VertexFoundationOptions,
	{ accessPolicy: parent }: PerimeterOptions,
	networks: readonly string[],
	after: readonly string[],
): PlannedResource {
	const name = `${parent}/accessLevels/cowork_${projectId.replace(/[^a-z0-9]/g, "_")}`;
	const basic = { conditions: [{ ipSubnetworks: [...networks] }] };
	return resource(
		"accesscontextmanager.googleapis.com/AccessLevel",
		"access-level",
		{ parent, name, title: `Claude Cowork ${projectId}`, basic },
		{ name, account: "organization", after },
	);
}

function added(perimeterName: string, project: string, { mode }: PerimeterOptions, after: readonly string[]) {
	const type =
		mode === "enforced"
			? ("accesscontextmanager.googleapis.com/ServicePerimeter.Resource" as const)
			: ("accesscontextmanager.googleapis.com/ServicePerimeter.DryRunResource" as const);
	const circumstances = { name: project, account: "organization", after };
	return resource(type, "perimeter-project", { perimeterName, resource: project }, circumstances);
}

/** What is wrong with a perimeter; it fits its shape. */
export function checkPerimeter({ perimeter: asked, projectNumber }: VertexFoundationOptions): Problem[] {
	if (!asked) return [];
	const problems: Problem[] = [];
	if (projectNumber === undefined) {
		problems.push(error("missing", ["projectNumber"], "is missing; perimeters know a project by its number"));
	}
	const { existing, networks, accessLevels = [], mode } = asked;
	if (existing !== undefined) return [...problems, ...checkExisting(asked)];
	problems.push(...checkNetworks(networks));
	if (networks || accessLevels.length > 0) return problems;
	const message =
		"has no access level, so that every device beyond the perimeter's own networks is refused; give networks or accessLevels";
	const severity = mode === "enforced" ? error : warning;
	return [...problems, severity("perimeter-locks-out", ["perimeter"], message)];
}

/** https://cloud.google.com/access-context-manager/docs/create-basic-access-level */
function checkNetworks(networks: readonly string[] = []): Problem[] {
	return networks.flatMap((network, index) => {
		if (!isInternal(network)) return [];
		const message =
			"is no public network, and Google sees devices by their public addresses alone; write those that they leave your network by";
		return [error("internal-network", ["perimeter", "networks", index], message)];
	});
}

function checkExisting({ networks, accessLevels, existing = "", accessPolicy: parent }: PerimeterOptions): Problem[] {
	const idle = Object.entries({ networks, accessLevels }).flatMap(([name, value]) =>
		value === undefined
			? []
			: [
					error(
						"no-effect",
						["perimeter", name],
						"is of a perimeter that is created, and this one exists; leave it out",
					),
				],
	);
	if (existing.startsWith(`${parent}/`)) return idle;
	return [...idle, error("contradiction", ["perimeter", "existing"], `is not of ${parent}; name one of it`)];
}
