package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.util.List;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.OpenPhone;

/** Makes a process of a town; what a test does not say is as on a quiet day. */
final class ProcessMaker {
    private final DispatchSettings settings;
    private Messages store;
    private List<Provider> providers;
    private Staleness staleness;
    private String instance = "1";
    private OpenPhone openPhone = phone -> phone;
    private int capPerPhone = 1_000_000;
    private Wishes wishes = Wishes.NONE;
    private Gathering gathering = Gathering.NONE;
    private DispatchMeter meter = new QuietMeter();
    private Clock clock = Clock.systemUTC();

    ProcessMaker(Town town, DispatchSettings settings) {
        this.settings = settings;
        this.store = town.store;
        this.providers = List.of(town.witness.as(Life.endless(), Witness.GOOD));
        this.staleness = town.staleness();
    }

    ProcessMaker instance(String name) {
        this.instance = name;
        return this;
    }

    ProcessMaker store(Messages messages) {
        this.store = messages;
        return this;
    }

    ProcessMaker providers(List<? extends Provider> all) {
        this.providers = List.copyOf(all);
        return this;
    }

    ProcessMaker staleness(Staleness rule) {
        this.staleness = rule;
        return this;
    }

    ProcessMaker openPhone(OpenPhone opening) {
        this.openPhone = opening;
        return this;
    }

    ProcessMaker capPerPhone(int most) {
        this.capPerPhone = most;
        return this;
    }

    ProcessMaker wishes(Wishes ofResidents) {
        this.wishes = ofResidents;
        return this;
    }

    ProcessMaker gathering(Gathering ofNotices) {
        this.gathering = ofNotices;
        return this;
    }

    ProcessMaker meter(DispatchMeter counting) {
        this.meter = counting;
        return this;
    }

    ProcessMaker clock(Clock ofProcess) {
        this.clock = ofProcess;
        return this;
    }

    Dispatcher made() {
        return new Dispatcher(
                store,
                Town.choice(providers, settings),
                staleness,
                instance,
                openPhone,
                MessageMother.templates(),
                settings,
                LaneSettings.NONE,
                new DailyCap(capPerPhone, clock),
                wishes,
                gathering,
                meter,
                clock);
    }
}
