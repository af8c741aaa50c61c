package kr.minwon.notification;

import java.time.Clock;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.consent.ConsentWords;
import kr.minwon.notification.dispatch.Choice;
import kr.minwon.notification.dispatch.Dispatcher;
import kr.minwon.notification.dispatch.Wishes;
import kr.minwon.notification.mailing.Expansion;
import kr.minwon.notification.mailing.MailingFigures;
import kr.minwon.notification.mailing.MailingSettings;
import kr.minwon.notification.mailing.MailingWishes;
import kr.minwon.notification.mailing.Mailings;
import kr.minwon.notification.mailing.OptOutSettings;
import kr.minwon.notification.mailing.Rounds;
import kr.minwon.notification.mailing.Tallies;
import kr.minwon.notification.mailing.Timing;
import kr.minwon.notification.mailing.Wording;
import kr.minwon.notification.mailing.WriteMailing;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.LastText;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.Prices;
import kr.minwon.notification.message.QuietSettings;
import kr.minwon.notification.message.Sizing;
import kr.minwon.notification.message.Templates;
import kr.minwon.notification.subscription.OptOuts;
import kr.minwon.notification.subscription.Subscribers;
import kr.minwon.notification.subscription.Subscriptions;
import kr.minwon.notification.subscription.Topics;
import kr.minwon.notification.verification.KnownPhones;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Puts the SMS corner together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailingSettings.class, OptOutSettings.class})
class CornerConfiguration {
    private static final int LATEST_CASES = 20;

    @Bean
    Topics topics(@Value("${minwon.sms.topics:classpath:notification/topics.json}") Resource file) {
        return TopicFile.read(file);
    }

    @Bean
    ConsentWords consentWords() {
        return ConsentWordsFile.read();
    }

    @Bean
    Wording wording(
            Templates templates,
            OptOutSettings optOut,
            Sizing sizing,
            @Value("${minwon.public-url}") String publicUrl) {
        return new Wording(templates, optOut, sizing, publicUrl);
    }

    @Bean
    Wishes wishes(
            ConsentLedger ledger,
            Mailings mailings,
            MailingSettings settings,
            QuietSettings quiet,
            OpenPhone openPhone,
            Clock clock) {
        return new MailingWishes(ledger, mailings, settings, quiet, openPhone, clock);
    }

    @Bean
    OptOuts optOuts(ConsentLedger ledger, Subscriptions subscriptions, Messages messages) {
        LastText last = new LastText(messages);
        return new OptOuts(
                ledger,
                subscriptions,
                (office, phone) ->
                        last.to(office, phone).map(Message::isOfMailing).orElse(false));
    }

    /** Whom an office may still have sent codes to when it has few left. */
    @Bean
    KnownPhones knownPhones(Cases cases, Subscribers subscribers) {
        return (office, phone) -> subscribers
                        .of(office, phone)
                        .filter(one -> one.sealedPhone() != null)
                        .isPresent()
                || cases.ofPhone(phone, LATEST_CASES).stream()
                        .anyMatch(one -> one.about().officeId().equals(office));
    }

    @Bean
    WriteMailing writeMailing(Mailings mailings, Tallies tallies, Topics topics, Wording wording, Clock clock) {
        return new WriteMailing(mailings, tallies, topics, wording, clock);
    }

    @Bean
    Timing timing(Topics topics, MailingSettings settings, Clock clock) {
        return new Timing(topics, settings, clock);
    }

    @Bean
    MailingFigures mailingFigures(Tallies tallies, Wording wording, Prices prices, Choice choice) {
        return new MailingFigures(tallies, wording, prices, choice.names());
    }

    @Bean(destroyMethod = "close")
    Rounds rounds(
            Mailings mailings,
            Tallies tallies,
            Messages messages,
            Subscribers subscribers,
            Wording wording,
            MailingSettings settings,
            Timing timing,
            Clock clock,
            Dispatcher dispatcher) {
        Expansion expansion = new Expansion(mailings, subscribers, messages, wording, settings, timing, clock);
        return new Rounds(mailings, tallies, messages, subscribers, expansion, settings, clock, dispatcher::offer);
    }
}
