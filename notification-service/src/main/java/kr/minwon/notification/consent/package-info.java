/** Who wants to be told what: given with a filing, withdrawn and given again since. */
@NullMarked
package kr.minwon.notification.consent;

import org.jspecify.annotations.NullMarked;
