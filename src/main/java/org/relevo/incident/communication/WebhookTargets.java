package org.relevo.incident.communication;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where a webhook may lead: out, by https. An address inside would let whoever enters it reach what only this machine
 * reaches.
 */
@Component
class WebhookTargets {

    private static final int LONGEST = 2_000;

    private final boolean inside;
    private final Names names;

    @Autowired
    WebhookTargets(@Value("${relevo.webhooks.internal-targets:false}") boolean inside) {
        this(inside, InetAddress::getAllByName);
    }

    WebhookTargets(boolean inside, Names names) {
        this.inside = inside;
        this.names = names;
    }

    /** The name service, which may answer otherwise each time. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** Why nothing may be posted there, and what to enter instead; empty where it may. Asks the name service. */
    Optional<String> problem(String address) {
        return form(address)
                .or(() -> inside ? Optional.empty() : reach(URI.create(address).getHost()));
    }

    private Optional<String> form(String address) {
        if (address.length() > LONGEST) {
            return Optional.of("The address is longer than %d characters.".formatted(LONGEST));
        }
        try {
            var uri = new URI(address);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("https") && !(inside && scheme.equals("http"))) {
                return Optional.of("Give an address that begins with https://.");
            }
            if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
                return Optional.of(
                        "Give an address such as https://hooks.example.org/services/…, without a user or #.");
            }
            return inside || uri.getPort() == -1 || uri.getPort() == 443 || uri.getPort() == 8443
                    ? Optional.empty()
                    : Optional.of("Port %d is not allowed. Use 443 or 8443.".formatted(uri.getPort()));
        } catch (URISyntaxException e) {
            return Optional.of("That is no address of a webhook. Copy it whole from the chat program.");
        }
    }

    private Optional<String> reach(String host) {
        try {
            addresses(host);
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The addresses to connect to, each of which may be posted to: who connects asks nobody else. */
    InetAddress[] addresses(String host) throws UnknownHostException {
        var found = found(host);
        if (!inside && Arrays.stream(found).anyMatch(WebhookTargets::isInside)) {
            throw new UnknownHostException(
                    "%s leads to an address inside. Relevo posts to addresses outside only, unless relevo.webhooks.internal-targets allows others."
                            .formatted(host));
        }
        return found;
    }

    private InetAddress[] found(String host) throws UnknownHostException {
        try {
            return names.of(host);
        } catch (UnknownHostException e) {
            throw new UnknownHostException("There is no host %s. Check the address.".formatted(host));
        }
    }

    /** Loopback, link-local, private, shared, multicast, and whatever carries an IPv4 address inside an IPv6 one. */
    static boolean isInside(InetAddress address) {
        var bytes = address.getAddress();
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        if (address instanceof Inet6Address) {
            var uniqueLocal = (first & 0xfe) == 0xfc;
            var global = (first & 0xe0) == 0x20;
            var tunnel = first == 0x20 && second == 0x02
                    || first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0;
            return uniqueLocal || !global || tunnel;
        }
        return first == 0
                || first >= 240
                || first == 100 && second >= 64 && second < 128
                || first == 198 && (second == 18 || second == 19)
                || first == 192 && second == 0 && bytes[2] == 0;
    }
}
