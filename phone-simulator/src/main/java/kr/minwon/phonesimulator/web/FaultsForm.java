package kr.minwon.phonesimulator.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kr.minwon.phonesimulator.fault.Faults;
import kr.minwon.phonesimulator.fault.HttpFault;
import kr.minwon.phonesimulator.message.PhoneNumber;
import kr.minwon.phonesimulator.message.ReceiptState;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Faults as they come in, by JSON or by the page's form; what is left out is no fault.
 *
 * @param rejectStatus decimal, or hexadecimal with 0x
 */
record FaultsForm(
        @Nullable Integer submitDelayMs,
        @Nullable Integer throttlePerSecond,
        @Nullable Integer rejectEvery,
        @Nullable Integer rejectPercent,
        @Nullable String rejectStatus,
        @Nullable List<String> rejectNumbers,
        @Nullable Boolean dropAfterAccept,
        @Nullable Integer dropAfterAcceptPercent,
        @Nullable Integer receiptDelayMs,
        @Nullable String receiptState,
        @Nullable Map<String, String> receiptStateByPrefix,
        @Nullable Boolean receiptTwice,
        @Nullable Boolean receiptBeforeAnswer,
        @Nullable Boolean noReceipt,
        @Nullable Boolean forgetReference,
        @Nullable Boolean refuseBinds,
        @Nullable String httpFault,
        @Nullable Integer httpFaultPercent,
        @Nullable Boolean httpFaultBefore,
        @Nullable Integer retryAfterSeconds) {

    // a misspelt fault that does nothing would make a test pass for the wrong reason
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static FaultsForm ofJson(String json) {
        try {
            FaultsForm form = STRICT.readValue(json, FaultsForm.class);
            if (form == null) {
                throw new BadRequest("The body must be a JSON object; {} is no faults.");
            }
            return form;
        } catch (DatabindException e) {
            String field =
                    e.getPath().isEmpty() ? "" : " at " + e.getPath().getFirst().getPropertyName();
            throw new BadRequest("The faults hold an unknown field or a value of the wrong kind%s.".formatted(field));
        } catch (JacksonException e) {
            throw new BadRequest("The body is not JSON.");
        }
    }

    Faults toFaults() {
        try {
            return new Faults(
                    number(submitDelayMs),
                    number(throttlePerSecond),
                    number(rejectEvery),
                    number(rejectPercent),
                    status(),
                    numbers(),
                    is(dropAfterAccept),
                    number(dropAfterAcceptPercent),
                    number(receiptDelayMs),
                    receiptState == null || receiptState.isBlank() ? ReceiptState.DELIVRD : state(receiptState),
                    states(),
                    is(receiptTwice),
                    is(receiptBeforeAnswer),
                    is(noReceipt),
                    is(forgetReference),
                    is(refuseBinds),
                    fault(),
                    httpFaultPercent == null ? 100 : httpFaultPercent,
                    is(httpFaultBefore),
                    number(retryAfterSeconds));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private int status() {
        if (rejectStatus == null || rejectStatus.isBlank()) {
            return Faults.INVALID_DESTINATION;
        }
        try {
            long status = Long.decode(rejectStatus.strip());
            if (status >= 0 && status <= 0xFFFFFFFFL) {
                return (int) status;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadRequest("rejectStatus must be a command_status such as 0x0B or 11");
    }

    private HttpFault fault() {
        if (httpFault == null || httpFault.isBlank()) {
            return HttpFault.NONE;
        }
        return Arrays.stream(HttpFault.values())
                .filter(fault -> fault.name().equals(httpFault.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadRequest("httpFault is one of " + Arrays.toString(HttpFault.values())));
    }

    private List<String> numbers() {
        return rejectNumbers == null
                ? List.of()
                : rejectNumbers.stream()
                        .filter(number -> number != null && !number.isBlank())
                        .map(number -> PhoneNumber.of(number)
                                .orElseThrow(() -> new BadRequest("rejectNumbers must be telephone numbers")))
                        .toList();
    }

    private Map<String, ReceiptState> states() {
        if (receiptStateByPrefix == null) {
            return Map.of();
        }
        return receiptStateByPrefix.entrySet().stream()
                .collect(Collectors.toMap(prefix -> prefix.getKey().strip(), prefix -> state(prefix.getValue())));
    }

    private static ReceiptState state(@Nullable String name) {
        return Arrays.stream(ReceiptState.values())
                .filter(state ->
                        name != null && state.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new BadRequest("A receipt state is one of " + Arrays.toString(ReceiptState.values())));
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private static boolean is(@Nullable Boolean value) {
        return value != null && value;
    }
}
