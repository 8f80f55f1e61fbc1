import type {EventColumn} from "../../src/shared/event-columns.ts";

/** What other shops and tools call our columns, the likeliest first; in lower case without anything between words. */
export const knownColumns: Record<EventColumn, readonly string[]> = {
  event_time:
    words(`eventtime eventtimestamp timestamp originaltimestamp ts time datetime eventdatetime eventat occurredat
    createdat happenedat loggedat clienttimestamp servertimestamp derivedtstamp collectortstamp timestampms receivedat sentat
    createdtime created unixtime epoch eventdate date`),
  event_type: words(`eventtype eventname event action eventaction actiontype behavior behaviour behaviortype activity
    activitytype interaction interactiontype verb hittype type`),
  user_id:
    words(`userid customerid visitorid shopperid userpseudoid clientid anonymousid fullvisitorid distinctid memberid
    personid accountid profileid buyerid uid user customer visitor cookieid domainuserid deviceid`),
  product_id:
    words(`productid itemid sku productsku skuid variantid articleid goodsid contentid productcode stockcode asin
    product item`),
  category_id: words("categoryid productcategoryid itemcategoryid catid"),
  category_code: words(
    "categorycode category productcategory itemcategory categoryname categorypath productcategoryname"
  ),
  brand: words("brand brandname productbrand itembrand manufacturer vendor"),
  price: words("price unitprice productprice itemprice saleprice amount value"),
  user_session: words(
    "usersession sessionid gasessionid visitid sessionkey sessionuuid domainsessionid session visit sid"
  ),
  quantity: words("quantity qty productquantity itemquantity units"),
  order_id: words("orderid transactionid ordernumber purchaseid invoiceno invoiceid order"),
  device: words("device devicetype devicecategory deviceclass platform"),
  browser: words("browser browsername devicebrowser useragentfamily"),
  os: words("os osname operatingsystem deviceos deviceoperatingsystem"),
  source: words("source utmsource trafficsource trafficsourcesource campaignsource"),
  medium: words("medium utmmedium trafficmedium trafficsourcemedium campaignmedium"),
  campaign: words("campaign utmcampaign campaignname trafficsourcename"),
  country: words("country countrycode geocountry countryname"),
  city: words("city geocity cityname"),
  page: words("page pageurl pagelocation pagepath url path"),
  referrer: words("referrer referer pagereferrer referrerurl")
};

// Segment, Google Analytics 4, Shopify, Meta's pixel, Taobao, and the usual short names; no events that are sent beside
// another for the same step, such as Product Purchased beside Order Completed
const knownTypes: Record<string, readonly string[]> = {
  home: words("home homepage homeviewed homepageviewed viewhome viewhomepage"),
  view: words(`view viewed productviewed productview viewedproduct viewproduct viewitem itemview itemviewed viewcontent
    productdetail productdetailview productdetailviewed productpageview productpageviewed detailview pv`),
  cart: words(`cart addtocart addedtocart addcart addtobasket addedtobasket basket productadded addedproduct
    productaddedtocart itemaddedtocart cartadd`),
  checkout: words(`checkout checkoutstarted startedcheckout startcheckout begincheckout initiatecheckout
    initiatedcheckout checkoutstart checkoutbegin`),
  purchase: words(`purchase purchased ordercompleted completedorder orderplaced placedorder placeorder checkoutcompleted
    transaction buy order`),
  remove_from_cart: words(`removefromcart removedfromcart productremoved removedproduct productremovedfromcart
    removefrombasket removecart cartremove`)
};

const stages = new Map(Object.entries(knownTypes).flatMap(([stage, names]) => names.map((name) => [name, stage])));

/** The stage that an event type of a file most likely means; undefined when nothing is known of it. */
export function findStage(value: string): string | undefined {
  return stages.get(plainName(value));
}

/** A name in lower case without anything between its words: `userId`, `user_id` and `User ID` are the same. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function words(text: string): string[] {
  return text.split(/\s+/);
}
