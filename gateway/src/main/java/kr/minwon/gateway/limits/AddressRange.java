package kr.minwon.gateway.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A CIDR range, such as {@code 10.0.0.0/8} or {@code fd00::/8}; a bare address is a range of one.
 *
 * @param network its first address, 4 or 16 bytes
 * @param bits how many leading bits count
 */
record AddressRange(byte[] network, int bits) {
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int SUBSCRIBER_BYTES = 8;
    private static final int NETWORK_BYTES = 6;
    private static final int V4_NETWORK_BYTES = 3;

    static AddressRange parse(String text) {
        String[] parts = text.split("/", 2);
        byte[] network = bytes(parts[0]);
        int bits = parts.length == 1 ? network.length * Byte.SIZE : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > network.length * Byte.SIZE) {
            throw new IllegalArgumentException("no address range: " + text);
        }
        return new AddressRange(network, bits);
    }

    /** Whether the text is an address and not a name: names are never looked up. */
    static boolean isAddress(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return false;
        }
        try {
            return InetAddress.getByName(text).getAddress().length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** What one subscriber is counted under: an IPv4 address, or the /64 of an IPv6 one. */
    static String subscriber(String address) {
        byte[] bytes = bytes(address);
        if (bytes.length == 4) {
            return address(bytes);
        }
        return beginning(bytes, SUBSCRIBER_BYTES);
    }

    /** What somebody with many addresses is counted under: the /24 of an IPv4 address, or the /48 of an IPv6 one. */
    static String network(String address) {
        byte[] bytes = bytes(address);
        return beginning(bytes, bytes.length == 4 ? V4_NETWORK_BYTES : NETWORK_BYTES);
    }

    private static String beginning(byte[] address, int bytes) {
        return address(Arrays.copyOf(Arrays.copyOf(address, bytes), address.length)) + "/" + bytes * Byte.SIZE;
    }

    boolean contains(String text) {
        byte[] address = bytes(text);
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((address[bit / Byte.SIZE] & mask) != (network[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static String address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }

    private static byte[] bytes(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("no address: " + text);
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + text, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange that && bits == that.bits && Arrays.equals(network, that.network);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(network) + bits;
    }
}
