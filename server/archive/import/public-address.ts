import { BlockList, isIPv4, isIPv6 } from "node:net";

// IANA's special-purpose registries: whatever is not for the whole Internet.
const refused4 = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"],
  ...["203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
];
// Of IPv6, 2000::/3 alone is for everybody; these parts of it are not, or hide an address of IPv4.
const refused6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

function listOf(ranges: readonly string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = "", prefix] = range.split("/");
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}

const special4 = listOf(refused4, "ipv4");
const special6 = listOf(refused6, "ipv6");
const unicast6 = listOf(["2000::/3"], "ipv6");

/** Whether an address (IPv4 or IPv6, without brackets or zone) belongs to the open Internet: neither to this machine, nor to a school's network, nor to nobody. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special4.check(address, "ipv4");
  return isIPv6(address) && unicast6.check(address, "ipv6") && !special6.check(address, "ipv6");
}
