package kr.minwon.gateway.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.minwon.gateway.clients.PolicyApi;

/** An office's policies: one in force, one to come, and a draft when there is to be one. */
public final class FakePolicies implements PolicyApi {
    private final List<String> asked = new ArrayList<>();
    private RuntimeException refusal;
    private boolean drafted;

    /** What was asked, in order. */
    public List<String> asked() {
        return asked;
    }

    /** Refuses every command from now on. */
    public void refuse(RuntimeException problem) {
        refusal = problem;
    }

    /** There is a draft from now on. */
    public void drafted() {
        drafted = true;
    }

    private Version ask(String what) {
        asked.add(what);
        if (refusal != null) {
            throw refusal;
        }
        return version("2027-01", "draft", "2027-01-01", null, Map.of());
    }

    private static Version version(String name, String state, String from, String until, Map<String, Term> categories) {
        return new Version(
                name,
                state,
                from,
                until,
                "09:00",
                "18:00",
                "12:00",
                "13:00",
                true,
                true,
                1,
                1,
                "officer",
                "direct",
                30,
                true,
                false,
                categories,
                "2026-11-23T10:00:00+09:00");
    }

    @Override
    public Policies policies() {
        Map<String, Term> other = Map.of("street-light", new Term("고충민원", "2d"));
        return new Policies(
                "2026-01",
                List.of(
                        version("2026-01", "inForce", null, "2026-12-14", Map.of()),
                        version("2026-12", "later", "2026-12-15", null, other)),
                drafted ? version("2027-01", "draft", "2027-01-01", null, other) : null,
                List.of(
                        new Category("street-light", "가로등·보안등 " + FakeComplaints.HOSTILE, "기타민원", "3d"),
                        new Category("other", "기타", "기타민원", "7d")),
                List.of("법정민원", "질의민원", "건의민원", "고충민원", "기타민원"));
    }

    @Override
    public Version draft(Map<String, Object> lines) {
        return ask("draft " + new TreeMap<>(lines));
    }

    @Override
    public Version discard() {
        return ask("discard");
    }

    @Override
    public Comparison compare() {
        ask("compare");
        return new Comparison(
                "2027-01",
                1234,
                true,
                312,
                40,
                882,
                List.of(new Example(
                        FakeComplaints.NUMBER,
                        "보안등 " + FakeComplaints.HOSTILE,
                        "2026-12-24T10:00:00+09:00",
                        "2026-12-23T10:00:00+09:00")));
    }

    @Override
    public Version activate(Map<String, Object> draft, String idempotencyKey) {
        return ask("activate " + new TreeMap<>(draft));
    }

    @Override
    public Version undo(String version, String idempotencyKey) {
        return ask("undo " + version);
    }
}
