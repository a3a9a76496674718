import { textMatching } from "../shape/build.js";

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftresources */
export const resourceGroupName = textMatching(
	"azure-name",
	/^[\p{L}\p{N}_.()-]{0,89}[\p{L}\p{N}_()-]$/u,
	"is no name of a resource group; expected up to 90 letters, digits and -_.(), no dot at the end",
);
