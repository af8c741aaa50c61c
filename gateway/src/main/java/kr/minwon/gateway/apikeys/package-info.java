/** Keys by which programs call the API; only their hashes are kept. */
@NullMarked
package kr.minwon.gateway.apikeys;

import org.jspecify.annotations.NullMarked;
