package kr.minwon.gateway.open311;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kr.minwon.gateway.clients.Filing;
import kr.minwon.problems.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * A request as a complaint. Mail address, device and account are not kept, since nothing is done with them; a media
 * address is never fetched, the staff see it as a note.
 */
final class RequestForm {
    private static final Pattern DEGREES = Pattern.compile("[+-]?[0-9]{1,3}(?:\\.[0-9]{1,20})?");
    private static final Pattern URL = Pattern.compile("https?://[^\\s\\p{Cntrl}]{1,2000}");
    private static final Pattern HANGUL = Pattern.compile("[가-힣]+");
    private static final Pattern APART = Pattern.compile("[\\s\\p{Z}\\p{Pd}.()]");
    private static final Pattern MOBILE = Pattern.compile("(?:0|\\+820?)10[0-9]{8}");
    /** Who gives no name. */
    private static final String NAMELESS = "무기명";

    private static final int LONGEST_VALUE = 500;

    private final Parameters form;
    private final boolean publicByDefault;
    private final FieldErrors errors = new FieldErrors();

    /** @param publicByDefault whether everyone may read what nothing is said of */
    RequestForm(Parameters form, boolean publicByDefault) {
        this.form = form;
        this.publicByDefault = publicByDefault;
    }

    /**
     * @throws kr.minwon.problems.InvalidFieldsException for what can be seen to be wrong here; the service sees the rest
     */
    Filing filing(String serviceCode, String serviceName, String language) {
        String description = form.get("description");
        String body = description == null ? serviceName : description;
        Attributes attributes = Attributes.of(form);
        boolean texted = attributes.choice(Attributes.SMS_CONSENT, false, errors);
        String given = form.get("phone");
        // A landline is no reason to turn a resident away, unless they wait for texts: that the service refuses.
        String phone = given == null || texted || isMobile(given) ? given : null;
        Filing filing = new Filing(
                null,
                Titles.of(body, serviceName),
                body,
                serviceCode,
                location(),
                new Filing.Reporter(name(), phone, phone == null),
                texted,
                attributes.choice(Attributes.PUBLIC, publicByDefault, errors),
                language,
                note(attributes, phone == null ? given : null));
        errors.throwIfAny();
        return filing;
    }

    private Filing.Location location() {
        Double lat = degrees("lat", 90);
        Double lng = degrees("long", 180);
        if (form.get("lat") == null != (form.get("long") == null)) {
            errors.add(form.get("lat") == null ? "lat" : "long", "half-a-point");
        }
        String address = form.get("address_string");
        String id = form.get("address_id");
        if (lat == null && address == null && id == null && form.get("lat") == null && form.get("long") == null) {
            errors.add("lat, long, address_string, address_id", "no-location");
        }
        return new Filing.Location(
                lat, lng, address == null && lat == null && id != null ? "address_id " + id : address);
    }

    private @Nullable Double degrees(String name, int most) {
        String typed = form.get(name);
        if (typed == null) {
            return null;
        }
        if (!DEGREES.matcher(typed).matches() || Math.abs(Double.parseDouble(typed)) > most) {
            errors.add(name, "degrees", -most, most);
            return null;
        }
        return Double.valueOf(typed);
    }

    /** In Korean order; Hangul is written in one, other letters with a space. */
    private String name() {
        String first = form.get("first_name");
        String last = form.get("last_name");
        if (first == null || last == null) {
            return first != null ? first : last != null ? last : NAMELESS;
        }
        boolean hangul = HANGUL.matcher(last + first).matches();
        return hangul ? last + first : last + " " + first;
    }

    private static boolean isMobile(String typed) {
        String bare =
                APART.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
        return MOBILE.matcher(bare).matches();
    }

    /** @param phone that is no mobile */
    private String note(Attributes attributes, @Nullable String phone) {
        List<String> lines = new ArrayList<>();
        lines.add("Open311");
        add(lines, "phone", phone);
        String media = form.get("media_url");
        if (media != null) {
            if (!URL.matcher(media).matches()) {
                errors.add("media_url", "not-a-url");
            }
            lines.add("media_url: " + media);
        }
        add(lines, "address_id", form.get("address_id"));
        attributes.others().forEach((code, values) -> add(lines, code, String.join(", ", values)));
        return String.join("\n", lines);
    }

    private void add(List<String> lines, String name, @Nullable String value) {
        if (value != null) {
            if (value.length() > LONGEST_VALUE) {
                errors.add(name, "too-long-value", LONGEST_VALUE);
            }
            lines.add(name + ": " + value);
        }
    }
}
