package kr.minwon.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.digest.Merger;
import kr.minwon.notification.digest.Merges;
import kr.minwon.notification.digest.Selection;
import kr.minwon.notification.dispatch.Choice;
import kr.minwon.notification.dispatch.ChoiceSettings;
import kr.minwon.notification.dispatch.DailyCap;
import kr.minwon.notification.dispatch.DispatchMeter;
import kr.minwon.notification.dispatch.DispatchSettings;
import kr.minwon.notification.dispatch.Dispatcher;
import kr.minwon.notification.dispatch.EarlyReceipts;
import kr.minwon.notification.dispatch.Gathering;
import kr.minwon.notification.dispatch.Inquiry;
import kr.minwon.notification.dispatch.LaneSettings;
import kr.minwon.notification.dispatch.Provider;
import kr.minwon.notification.dispatch.Receipts;
import kr.minwon.notification.dispatch.Reconciliation;
import kr.minwon.notification.dispatch.ReconciliationSettings;
import kr.minwon.notification.dispatch.ResultRounds;
import kr.minwon.notification.dispatch.ResultSettings;
import kr.minwon.notification.dispatch.StaleSettings;
import kr.minwon.notification.dispatch.Staleness;
import kr.minwon.notification.dispatch.Wishes;
import kr.minwon.notification.message.ActiveTexts;
import kr.minwon.notification.message.AlimtalkProfiles;
import kr.minwon.notification.message.AnswerLinks;
import kr.minwon.notification.message.BurstSettings;
import kr.minwon.notification.message.Bursts;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.DecideUnknown;
import kr.minwon.notification.message.FramedNews;
import kr.minwon.notification.message.LaterTexts;
import kr.minwon.notification.message.LatestNotices;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Notices;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.Prices;
import kr.minwon.notification.message.QuietSettings;
import kr.minwon.notification.message.Rehearsal;
import kr.minwon.notification.message.ResultSource;
import kr.minwon.notification.message.Sizing;
import kr.minwon.notification.message.Templates;
import kr.minwon.notification.message.TextsToPhone;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    DispatchSettings.class,
    ChoiceSettings.class,
    StaleSettings.class,
    ReconciliationSettings.class,
    ResultSettings.class,
    QuietSettings.class,
    BurstSettings.class,
    AlimtalkProfiles.class,
    Sizing.class,
    LaneSettings.class,
    Prices.class
})
class NotificationConfiguration {
    /** The name of the field that complaint-service seals the phone as. */
    private static final String PHONE_FIELD = "reporter.phone";
    /** The name that it seals the token of a link as. */
    private static final String LINK_FIELD = "link";

    @Bean
    FieldSealer fieldSealer(@Value("${minwon.keys.fields}") Path keys) {
        return new FieldSealer(KeyRing.load(keys));
    }

    @Bean
    OpenPhone openPhone(FieldSealer sealer) {
        return phone -> sealer.open(PHONE_FIELD, phone);
    }

    @Bean
    AnswerLinks answerLinks(@Value("${minwon.public-url}") String publicUrl, FieldSealer sealer) {
        return new AnswerLinks(publicUrl, token -> sealer.open(LINK_FIELD, token));
    }

    @Bean
    Templates templates(
            @Value("${minwon.sms.templates:classpath:notification/templates.json}") Resource file,
            ActiveTexts active,
            AlimtalkProfiles profiles,
            ObjectProvider<Choice> choice) {
        // Asked when a text is made: the choice itself asks for the offices' sender numbers.
        return TemplateFile.read(file)
                .with(active, profiles)
                .with(sender -> choice.getObject().takesWide(sender));
    }

    @Bean
    Notices notices(
            Templates templates,
            AnswerLinks links,
            QuietSettings quiet,
            BurstSettings bursts,
            LatestNotices latest,
            Clock clock) {
        return new Notices(templates, links, quiet, new Bursts(bursts, latest), clock);
    }

    @Bean
    Rehearsal rehearsal(Templates templates, AnswerLinks links, FramedNews news, Sizing sizing) {
        return new Rehearsal(templates, links, news, sizing);
    }

    @Bean
    Gathering gathering(
            Messages messages,
            Merges merges,
            ConsentLedger ledger,
            Staleness staleness,
            OpenPhone openPhone,
            Templates templates,
            Notices notices,
            BurstSettings bursts,
            MeterRegistry meters) {
        Selection selection = new Selection(messages, ledger::refusal, staleness, openPhone, templates);
        Counter merged = meters.counter(NotificationMetric.MERGED.meter());
        return new Merger(messages, merges, selection, notices, bursts.merges(), merged::increment);
    }

    @Bean(destroyMethod = "close")
    Receipts receipts(
            Messages messages,
            EarlyReceipts early,
            OpenPhone openPhone,
            DispatchSettings settings,
            DispatchMeter meter,
            Clock clock) {
        return new Receipts(messages, early, openPhone, settings, meter, clock);
    }

    @Bean
    LaterTexts laterTexts(Cases cases, Messages messages) {
        return new LaterTexts(cases, messages);
    }

    @Bean
    DecideUnknown decideUnknown(Messages messages, LaterTexts laterTexts, Clock clock) {
        return new DecideUnknown(messages, laterTexts, clock);
    }

    @Bean
    Choice choice(
            List<Provider> providers,
            ChoiceSettings settings,
            DispatchSettings dispatch,
            Templates templates,
            Clock clock,
            MeterRegistry meters) {
        Choice choice = Choice.among(providers, settings, dispatch, clock, new SplittableRandom());
        templates.offices().forEach(choice::requireKnown);
        for (String provider : choice.names()) {
            Gauge.builder(NotificationMetric.PROVIDER_POINTS.meter(), choice, one -> one.points(provider))
                    .tag("provider", provider)
                    .register(meters);
        }
        return choice;
    }

    @Bean
    Staleness staleness(StaleSettings settings, QuietSettings quiet, LaterTexts laterTexts, Clock clock) {
        return new Staleness(settings, quiet, laterTexts, clock);
    }

    @Bean(destroyMethod = "close")
    Dispatcher dispatcher(
            Messages messages,
            Choice choice,
            Staleness staleness,
            @Value("${minwon.instance}") String instance,
            OpenPhone openPhone,
            Templates templates,
            DispatchSettings settings,
            LaneSettings lanes,
            @Value("${minwon.sms.cap-per-phone:200}") int capPerPhone,
            TextsToPhone textsToPhone,
            Wishes wishes,
            Gathering gathering,
            DispatchMeter meter,
            Clock clock) {
        return new Dispatcher(
                messages,
                choice,
                staleness,
                instance,
                openPhone,
                templates,
                settings,
                lanes,
                new DailyCap(capPerPhone, textsToPhone, clock),
                wishes,
                gathering,
                meter,
                clock);
    }

    @Bean(destroyMethod = "close")
    ResultRounds resultRounds(
            ObjectProvider<ResultSource> sources,
            Messages messages,
            Receipts receipts,
            ResultSettings settings,
            Clock clock) {
        return new ResultRounds(sources.orderedStream().toList(), messages, receipts, settings, clock);
    }

    @Bean(destroyMethod = "close")
    Reconciliation reconciliation(
            Messages messages,
            LaterTexts laterTexts,
            Wishes wishes,
            ObjectProvider<Inquiry> inquiries,
            OpenPhone openPhone,
            ReconciliationSettings settings,
            DispatchMeter meter,
            Clock clock,
            Dispatcher dispatcher) {
        return new Reconciliation(
                messages,
                laterTexts,
                wishes,
                inquiries.orderedStream().toList(),
                openPhone,
                settings,
                meter,
                clock,
                dispatcher::offer);
    }
}
