package kr.minwon.notification.staffnotice.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.mongo.MessageStoreConfiguration.StoreIndexes;
import kr.minwon.notification.staffnotice.KeepNotices;
import kr.minwon.notification.staffnotice.NoticeReaders;
import kr.minwon.notification.staffnotice.NoticeSettings;
import kr.minwon.notification.staffnotice.NoticeSweep;
import kr.minwon.notification.staffnotice.StaffNotices;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collections {@code staffNotices} and {@code noticeReaders}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class StaffNoticeConfiguration {
    private static final String NOTICES = "staffNotices";

    @Bean
    StaffNotices staffNotices(MongoDatabase database) {
        return new MongoStaffNotices(database.getCollection(NOTICES));
    }

    @Bean
    NoticeReaders noticeReaders(MongoDatabase database) {
        return new MongoNoticeReaders(database.getCollection("noticeReaders"));
    }

    @Bean
    StoreIndexes staffNoticeIndexes(MongoDatabase database) {
        return () -> MongoStaffNotices.createIndexes(database.getCollection(NOTICES));
    }

    @Bean
    KeepNotices keepNotices(StaffNotices notices, Cases cases, Clock clock) {
        return new KeepNotices(notices, cases, clock);
    }

    @Bean(destroyMethod = "close")
    NoticeSweep noticeSweep(StaffNotices notices, NoticeSettings settings, Clock clock) {
        return new NoticeSweep(notices, settings, clock);
    }
}
