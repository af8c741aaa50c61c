package kr.minwon.complaint.complaint.web;

import java.util.List;
import kr.minwon.complaint.complaint.Categories;
import kr.minwon.complaint.complaint.Language;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.Location;
import kr.minwon.complaint.complaint.NewComplaint;
import kr.minwon.complaint.complaint.web.FileComplaintRequest.LocationRequest;
import kr.minwon.complaint.complaint.web.FileComplaintRequest.ReporterRequest;
import kr.minwon.complaint.photo.UploadedPhoto;
import kr.minwon.problems.FieldErrors;
import kr.minwon.sealedfields.PhoneNumber;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks a filing and says everything that is wrong with it at once. */
@Component
class FilingCheck {
    private final Categories categories;

    FilingCheck(Categories categories) {
        this.categories = categories;
    }

    /**
     * The filing in the domain's terms.
     *
     * @param caller the office is theirs, and they may know who has no phone
     * @param errors what was found wrong while the request was read
     * @throws kr.minwon.problems.InvalidFieldsException naming each field
     */
    NewComplaint check(FileComplaintRequest request, Caller caller, List<UploadedPhoto> photos, FieldErrors errors) {
        String officeId = caller.officeId();
        FieldChecks checks = new FieldChecks(errors);
        String asked = request.officeId();
        if (asked != null && !asked.equals(officeId)) {
            errors.add("officeId", "unknown-office");
        }
        String title = checks.line("title", request.title(), Limits.TITLE);
        String body = checks.text("body", request.body(), Limits.BODY);
        String category = category(request.category(), errors);
        Location location = location(request.location(), checks, errors);
        ReporterRequest reporter = request.reporter();
        String name = checks.line("reporter.name", reporter == null ? null : reporter.name(), Limits.NAME);
        boolean withoutPhone = isWithoutPhone(reporter, caller);
        String phone = withoutPhone ? "" : phone(reporter == null ? null : reporter.phone(), errors);
        if (withoutPhone && Boolean.TRUE.equals(request.smsConsent())) {
            errors.add("smsConsent", "texts-without-phone");
        }
        Language language = language(request.language(), errors);
        String note = note(request.note(), caller, checks, errors);
        if (photos.size() > Limits.PHOTOS) {
            errors.add("photos", "too-many-photos", Limits.PHOTOS);
        }
        errors.throwIfAny();
        return new NewComplaint(
                officeId,
                title,
                body,
                category,
                location,
                name,
                phone,
                Boolean.TRUE.equals(request.smsConsent()),
                Boolean.TRUE.equals(request.isPublic()),
                photos,
                language,
                note);
    }

    private static @Nullable String note(
            @Nullable String typed, Caller caller, FieldChecks checks, FieldErrors errors) {
        if (typed != null && !caller.role().isStaff()) {
            errors.add("note", "key-only");
            return null;
        }
        String note = checks.optionalText("note", typed, Limits.FILING_NOTE);
        return note == null ? null : caller.name() + ": " + note;
    }

    private static Language language(@Nullable String name, FieldErrors errors) {
        if (name == null || name.isBlank()) {
            return Language.KOREAN;
        }
        return Language.of(name.strip()).orElseGet(() -> {
            errors.add("language", "unknown-language");
            return Language.KOREAN;
        });
    }

    private String category(@Nullable String code, FieldErrors errors) {
        if (code == null || code.isBlank()) {
            return Categories.OTHER;
        }
        if (!categories.knows(code)) {
            errors.add("category", "unknown-category", String.join(", ", categories.codes()));
        }
        return code;
    }

    private static @Nullable Location location(
            @Nullable LocationRequest request, FieldChecks checks, FieldErrors errors) {
        if (request == null) {
            return null;
        }
        request.others().keySet().stream()
                .limit(Limits.UNKNOWN_FIELDS)
                .forEach(name -> errors.add("location." + FieldChecks.shown(name), "unknown-field"));
        String address = checks.optionalLine("location.address", request.address(), Limits.ADDRESS);
        Double lat = request.lat();
        Double lng = request.lng();
        boolean good = inRange("location.lat", lat, Limits.LAT, errors);
        good &= inRange("location.lng", lng, Limits.LNG, errors);
        if ((lat == null) != (lng == null)) {
            errors.add(lat == null ? "location.lat" : "location.lng", "half-a-point");
            good = false;
        }
        return !good || address == null && lat == null ? null : new Location(address, lat, lng);
    }

    private static boolean inRange(String field, @Nullable Double value, double most, FieldErrors errors) {
        if (value == null || Math.abs(value) <= most) {
            return true;
        }
        errors.add(field, "out-of-range", -most, most);
        return false;
    }

    /** Only a key's holder can know that. */
    private static boolean isWithoutPhone(@Nullable ReporterRequest reporter, Caller caller) {
        return reporter != null
                && Boolean.TRUE.equals(reporter.withoutPhone())
                && (reporter.phone() == null || reporter.phone().isBlank())
                && caller.role().isStaff();
    }

    private static String phone(@Nullable String typed, FieldErrors errors) {
        if (typed == null || typed.isBlank()) {
            errors.add("reporter.phone", "required");
            return "";
        }
        if (typed.length() > Limits.PHONE_TYPED) {
            errors.add("reporter.phone", "too-long", Limits.PHONE_TYPED);
            return "";
        }
        return PhoneNumber.mobile(typed).orElseGet(() -> {
            errors.add("reporter.phone", "phone-not-mobile");
            return "";
        });
    }
}
