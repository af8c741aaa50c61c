package kr.minwon.complaint;

import java.nio.file.Path;
import java.time.Clock;
import kr.minwon.complaint.complaint.Acceptance;
import kr.minwon.complaint.complaint.ActionLinks;
import kr.minwon.complaint.complaint.Approval;
import kr.minwon.complaint.complaint.FilingAllowance;
import kr.minwon.complaint.complaint.LookupCodes;
import kr.minwon.complaint.complaint.PhoneTokens;
import kr.minwon.complaint.complaint.Reporters;
import kr.minwon.complaint.complaint.RequestMarks;
import kr.minwon.complaint.photo.PhotoSettings;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.sealedfields.KeyedHash;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the domain its keys, from files only, and the office's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ComplaintSettings.class, PhotoSettings.class})
class KeyConfiguration {
    @Bean
    Reporters reporters(@Value("${minwon.keys.fields}") Path fields, @Value("${minwon.keys.contacts}") Path contacts) {
        return new Reporters(new FieldSealer(KeyRing.load(fields)), new ContactIdentity(KeyRing.load(contacts)));
    }

    /** Opens what other services sealed for this one. */
    @Bean
    FieldSealer fieldSealer(@Value("${minwon.keys.fields}") Path fields) {
        return new FieldSealer(KeyRing.load(fields));
    }

    @Bean
    PhoneTokens phoneTokens(
            @Value("${minwon.keys.fields}") Path fields, @Value("${minwon.keys.contacts}") Path contacts, Clock clock) {
        return new PhoneTokens(
                new FieldSealer(KeyRing.load(fields)), new ContactIdentity(KeyRing.load(contacts)), clock);
    }

    @Bean
    LookupCodes lookupCodes(@Value("${minwon.keys.lookup}") Path lookup) {
        return new LookupCodes(new KeyedHash(KeyRing.load(lookup)));
    }

    @Bean
    ActionLinks actionLinks(@Value("${minwon.keys.lookup}") Path lookup, @Value("${minwon.keys.fields}") Path fields) {
        return new ActionLinks(new KeyedHash(KeyRing.load(lookup)), new FieldSealer(KeyRing.load(fields)));
    }

    @Bean
    RequestMarks requestMarks(@Value("${minwon.keys.contacts}") Path contacts) {
        return new RequestMarks(new KeyedHash(KeyRing.load(contacts)));
    }

    @Bean
    FilingAllowance filingAllowance(ComplaintSettings settings) {
        return new FilingAllowance(settings.limits().filingsPerPhonePerHour());
    }

    @Bean
    Acceptance acceptance(ComplaintSettings settings) {
        return Acceptance.of(settings.acceptance(), settings.acceptanceExceptions());
    }

    @Bean
    Approval approval(ComplaintSettings settings) {
        return Approval.of(settings.approval(), settings.approvalExceptions());
    }
}
