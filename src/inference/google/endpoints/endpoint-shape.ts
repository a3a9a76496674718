import ipaddr from "ipaddr.js";
import { error } from "../../../problem.js";
import { flag, late, object, text, textMatching, words } from "../../../shape/build.js";
import type { Member } from "../../../shape/shape.js";
import { checkProjectId } from "../project.js";

const network = late(
	textMatching(
		"network",
		/^(?:https:\/\/www\.googleapis\.com\/compute\/v1\/)?projects\/[^/\s<>]+\/global\/networks\/[a-z][a-z0-9-]*$/,
		"is no name of a network; expected one such as projects/example-network/global/networks/main",
	),
);

/** https://cloud.google.com/vpc/docs/about-accessing-google-apis-endpoints */
const address = late(
	text((value) =>
		ipaddr.IPv4.isValidFourPartDecimal(value)
			? []
			: [error("address", [], "is no IPv4 address; expected one such as 10.100.0.5, of no subnet of the network")],
	),
);

export const endpointNameShape = textMatching(
	"endpoint-name",
	/^[a-z][a-z0-9]{0,19}$/,
	"is no name of an endpoint for Google APIs; expected 1 to 20 lower-case letters and digits, the first a letter",
);

const responsePolicy = textMatching(
	"response-policy",
	/^[a-z][a-z0-9-]{0,62}$/,
	"is no name of a response policy; expected lower-case letters, digits and hyphens",
);

/** Member of `provision`. */
export const privateEndpoint: Member = {
	shape: object(
		{
			network: {
				shape: network,
				summary: "Network that the endpoint is in. Required but with `existing` and no records to make.",
				defaultNote: "none is needed",
			},
			projectId: {
				shape: text(checkProjectId),
				summary: "Project of the network, such as the host of a Shared VPC.",
				defaultNote: "that of the network's name, or the deployment's where a program passes the network",
			},
			address: {
				shape: address,
				summary:
					"IPv4 address of the endpoint, of no subnet of the network. Required but with `existing` and no records to make.",
				defaultNote: "none is needed",
			},
			name: {
				shape: endpointNameShape,
				summary: "Name of the endpoint: 1 to 20 lower-case letters and digits.",
				defaultNote: "`cowork` and the deployment's name",
			},
			apis: {
				shape: words(["all-apis", "vpc-sc"]),
				summary: "Bundle of Google's APIs that it leads to; `vpc-sc` to those alone that perimeters protect.",
				default: "all-apis",
			},
			existing: {
				shape: object({ name: { shape: endpointNameShape, summary: "Its name.", required: true } }),
				summary: "An endpoint that exists, by name: nothing of it changes.",
				defaultNote: "one is created",
			},
			dns: {
				shape: words(["responsePolicy", "zone", "existing", "none"]),
				summary:
					"How the network resolves the public name of inference to the endpoint: by a rule of a response policy, by a private zone of that one name, by what it has already, or not at all.",
				defaultNote: "`responsePolicy`, or `none` with `useEndpointName`",
			},
			responsePolicy: {
				shape: responsePolicy,
				summary: "Name of the response policy that the network has already, of which it takes one.",
				defaultNote: "one is created",
			},
			useEndpointName: {
				shape: flag,
				summary:
					"Whether profiles name the endpoint itself, as `aiplatform-<name>.p.googleapis.com`, which only its network resolves. `eu` and `us` have no such name.",
				default: false,
			},
		},
		{
			name: "VertexPrivateEndpoint",
			summary:
				"An endpoint of Private Service Connect for Google's APIs. It carries inference alone: every other service keeps its public name, which stays on the perimeter's list.",
		},
	),
	summary: "Way to inference without the public internet, by Private Service Connect.",
	defaultNote: "the public endpoint",
};
